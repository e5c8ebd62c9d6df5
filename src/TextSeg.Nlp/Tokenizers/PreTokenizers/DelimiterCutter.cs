using TextSeg.Nlp.Tokenizers.Pieces;

namespace TextSeg.Nlp.Tokenizers.PreTokenizers;

/// <summary>Cuts a piece at delimiters that were found in it.</summary>
internal static class DelimiterCutter
{
    /// <param name="length">Units of the piece.</param>
    /// <param name="delimiters">From left to right, without overlap.</param>
    /// <param name="behavior">What becomes of a delimiter.</param>
    /// <param name="invert">True when the delimiters are the text between what was found.</param>
    public static void Cut(int length, List<TextSpan> delimiters, SplitBehavior behavior, bool invert, PieceSink sink)
    {
        var parts = new List<(TextSpan Span, bool IsDelimiter)>(2 * delimiters.Count + 1);
        var done = 0;
        foreach (var delimiter in delimiters)
        {
            if (delimiter.Start > done)
            {
                parts.Add((new TextSpan(done, delimiter.Start), invert));
            }

            parts.Add((delimiter, !invert));
            done = delimiter.End;
        }

        if (done < length)
        {
            parts.Add((new TextSpan(done, length), invert));
        }

        foreach (var span in Join(parts, behavior))
        {
            sink.Add(span.Start, span.Length);
        }
    }

    private static IEnumerable<TextSpan> Join(List<(TextSpan Span, bool IsDelimiter)> parts, SplitBehavior behavior)
    {
        switch (behavior)
        {
            case SplitBehavior.Removed:
                return parts.Where(part => !part.IsDelimiter).Select(part => part.Span);
            case SplitBehavior.Isolated:
                return parts.Select(part => part.Span);
            case SplitBehavior.Contiguous:
                return Merge(parts, (isDelimiter, before) => isDelimiter == before);
            case SplitBehavior.MergedWithPrevious:
                return Merge(parts, (isDelimiter, before) => isDelimiter && !before);
            default:
                parts.Reverse();
                return Merge(parts, (isDelimiter, before) => isDelimiter && !before).AsEnumerable().Reverse();
        }
    }

    /// <summary>Joins a part to the one before it where the rule says so.</summary>
    private static List<TextSpan> Merge(List<(TextSpan Span, bool IsDelimiter)> parts, Func<bool, bool, bool> joins)
    {
        var merged = new List<TextSpan>(parts.Count);
        var before = false;
        foreach (var (span, isDelimiter) in parts)
        {
            if (merged.Count > 0 && joins(isDelimiter, before))
            {
                merged[^1] = new TextSpan(Math.Min(merged[^1].Start, span.Start), Math.Max(merged[^1].End, span.End));
            }
            else
            {
                merged.Add(span);
            }

            before = isDelimiter;
        }

        return merged;
    }
}
