using System.Buffers;
using System.Text;
using TextSeg.Nlp.Tokenizers.Pieces;
using TextSeg.Nlp.Tokenizers.PreTokenizers;
using TextSeg.Nlp.Tokenizers.TokenModels;

namespace TextSeg.Nlp.Tokenizers.AddedTokens;

/// <summary>Cuts added tokens out of a text: from left to right, at each place the longest.</summary>
internal sealed class AddedTokenFinder
{
    private readonly AddedToken[] _tokens;
    private readonly VocabularyTrie _trie;
    private readonly SearchValues<char> _firstUnits;

    /// <param name="tokens">The tokens and the text each is found by; of equal texts the first counts.</param>
    public AddedTokenFinder(IEnumerable<(AddedToken Token, string Text)> tokens)
    {
        var found = tokens.Where(token => token.Text.Length > 0).DistinctBy(token => token.Text, StringComparer.Ordinal).ToArray();
        _tokens = [.. found.Select(token => token.Token)];
        _trie = new VocabularyTrie(found.Select((token, index) => KeyValuePair.Create(token.Text, index)));
        _firstUnits = SearchValues.Create([.. found.Select(token => token.Text[0])]);
    }

    public void Apply(PieceText text)
    {
        if (_tokens.Length > 0 && text.Text.Chars.ContainsAny(_firstUnits))
        {
            text.Split(Split);
        }
    }

    private void Split(ReadOnlySpan<char> text, PieceSink sink)
    {
        var done = 0;
        var at = 0;
        while (at < text.Length && text[at..].IndexOfAny(_firstUnits) is var next and >= 0)
        {
            at += next;
            var (token, end) = Longest(text, at);
            if (token is null)
            {
                at++;
                continue;
            }

            if (!token.SingleWord || StandsAlone(text, at, end))
            {
                var start = token.StripLeft ? Math.Max(done, text[..at].TrimEnd().Length) : at;
                var stop = token.StripRight ? text.Length - text[end..].TrimStart().Length : end;
                sink.Add(done, start - done);
                sink.Add(start, stop - start, token.Id);
                done = stop;
            }

            at = Math.Max(end, done);
        }

        sink.Add(done, text.Length - done);
    }

    private (AddedToken? Token, int End) Longest(ReadOnlySpan<char> text, int start)
    {
        (AddedToken? Token, int End) best = default;
        var node = VocabularyTrie.Root;
        for (var i = start; i < text.Length && (node = _trie.Step(node, text[i])) != VocabularyTrie.None; i++)
        {
            if (_trie.IdAt(node) is var index and not VocabularyTrie.None)
            {
                best = (_tokens[index], i + 1);
            }
        }

        return best;
    }

    private static bool StandsAlone(ReadOnlySpan<char> text, int start, int end)
    {
        Rune.DecodeLastFromUtf16(text[..start], out var before, out _);
        Rune.DecodeFromUtf16(text[end..], out var after, out _);
        return (start == 0 || !CharacterClasses.IsWord(before)) && (end == text.Length || !CharacterClasses.IsWord(after));
    }
}
