using TextSeg.Nlp.Tokenizers.PostProcessors;

namespace TextSeg.Nlp.Tokenizers;

/// <summary>Lays the finished sequences side by side and pads them.</summary>
internal static class ResultBuilder
{
    public static TokenizedText Join(List<TokenSequence> sequences)
    {
        var count = sequences.Sum(sequence => sequence.Count);
        var result = new TokenizedText(new int[count], new string[count], new int[count], new int[count], new TextSpan[count]);
        result.AttentionMask.AsSpan().Fill(1);
        var at = 0;
        foreach (var sequence in sequences)
        {
            sequence.Ids.CopyTo(result.Ids, at);
            sequence.Tokens.CopyTo(result.Tokens, at);
            sequence.Offsets.CopyTo(result.Offsets, at);
            result.TypeIds.AsSpan(at, sequence.Count).Fill(sequence.TypeId);
            at += sequence.Count;
        }

        return result;
    }

    /// <summary>The length that a batch is padded to.</summary>
    public static int PaddedLength(Padding padding, int longest)
    {
        var length = padding.Length ?? longest;
        var multiple = padding.MultipleOf ?? 1;
        return multiple > 1 ? (length + multiple - 1) / multiple * multiple : length;
    }

    public static TokenizedText Pad(TokenizedText text, Padding padding, int length)
    {
        var missing = length - text.Count;
        return missing <= 0 ? text : new TokenizedText(
            Fill(text.Ids, padding.Id, missing, padding.OnLeft),
            Fill(text.Tokens, padding.Token, missing, padding.OnLeft),
            Fill(text.TypeIds, padding.TypeId, missing, padding.OnLeft),
            Fill(text.AttentionMask, 0, missing, padding.OnLeft),
            Fill(text.Offsets, default, missing, padding.OnLeft));
    }

    private static T[] Fill<T>(T[] values, T filler, int count, bool onLeft)
    {
        var fill = Enumerable.Repeat(filler, count);
        return onLeft ? [.. fill, .. values] : [.. values, .. fill];
    }
}
