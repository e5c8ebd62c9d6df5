namespace TextSeg.Nlp.Tokenizers.PostProcessors;

/// <summary>Takes the white space that byte-level tokens carry (Ġ for a space) out of their offsets.</summary>
/// <param name="addPrefixSpace">True when the pre-tokenizer put a space before the text: one leading space at the start is then not of the text.</param>
internal sealed class OffsetTrimmer(bool addPrefixSpace) : PostProcessor
{
    private const char ByteLevelSpace = '\u0120';

    public override int CountSpecialTokens(bool isPair) => 0;

    public override List<TokenSequence> Process(List<TokenSequence> sequences, bool addSpecialTokens)
    {
        foreach (var sequence in sequences)
        {
            for (var i = 0; i < sequence.Offsets.Count; i++)
            {
                sequence.Offsets[i] = Trim(sequence.Tokens[i], sequence.Offsets[i], i == 0);
            }
        }

        return sequences;
    }

    private TextSpan Trim(string token, TextSpan offsets, bool isFirst)
    {
        var leading = token.TakeWhile(IsSpace).Count();
        var trailing = token.Reverse().TakeWhile(IsSpace).Count();
        if (leading == 1 && addPrefixSpace && (isFirst || offsets.Start == 0))
        {
            leading = 0;
        }

        var start = Math.Min(offsets.Start + leading, offsets.End);
        var end = trailing > 0 && offsets.End >= trailing ? Math.Max(offsets.End - trailing, start) : offsets.End;
        return new TextSpan(start, end);
    }

    private static bool IsSpace(char unit) => unit == ByteLevelSpace || char.IsWhiteSpace(unit);
}
