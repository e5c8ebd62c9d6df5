using System.Text;

namespace TextSeg.Nlp.Tokenizers.TokenModels;

/// <content>From the best path to tokens: neighbours that are unknown become one token, or bytes.</content>
internal sealed partial class UnigramModel
{
    private void WritePath(ReadOnlySpan<char> piece, ReadOnlySpan<Arc> path, List<ModelToken> tokens)
    {
        var first = tokens.Count;
        var end = piece.Length;
        while (end > 0)
        {
            var arc = path[end];
            var start = arc.Start;
            if (arc.Id == _unknown)
            {
                while (start > 0 && path[start].Id == _unknown)
                {
                    start = path[start].Start;
                }

                WriteUnknown(piece, start, end, tokens);
            }
            else
            {
                tokens.Add(new ModelToken(arc.Id, start, end));
            }

            end = start;
        }

        tokens.Reverse(first, tokens.Count - first);
    }

    /// <summary>Adds the tokens of unknown text last first, as the path is walked backwards.</summary>
    private void WriteUnknown(ReadOnlySpan<char> piece, int start, int end, List<ModelToken> tokens)
    {
        var text = piece[start..end];
        if (Vocabulary.TryFind(text, out var id))
        {
            tokens.Add(new ModelToken(id, start, end));
            return;
        }

        if (_byteTokens is null || !TryWriteBytes(text, start, end, tokens))
        {
            tokens.Add(new ModelToken(_unknown!.Value, start, end, Verbatim: true));
        }
    }

    private bool TryWriteBytes(ReadOnlySpan<char> text, int start, int end, List<ModelToken> tokens)
    {
        var bytes = new byte[Encoding.UTF8.GetByteCount(text)];
        Encoding.UTF8.GetBytes(text, bytes);
        if (!Array.TrueForAll(bytes, value => _byteTokens![value] is not null))
        {
            return false;
        }

        for (var i = bytes.Length - 1; i >= 0; i--)
        {
            tokens.Add(new ModelToken(_byteTokens![bytes[i]]!.Value, start, end));
        }

        return true;
    }
}
