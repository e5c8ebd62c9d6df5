namespace TextSeg.Nlp.Words;

/// <summary>
/// Cuts prose into sentences, in the spirit of UAX #29, section 5 (sentence boundaries): after a full stop, question or exclamation mark and
/// what closes with it, where a blank follows, and at the end of each line. A stop after one letter or a short number ("J. Doe", "3. item")
/// ends nothing, nor one after a short word where a lower-case letter follows; many posts begin all sentences in lower case. Chinese and
/// Japanese marks need no blank.
/// </summary>
public static class SentenceSegmenter
{
    /// <summary>A word of at most so many letters may be cut short where a lower-case letter follows its stop: "etc. and".</summary>
    private const int LongestAbbreviation = 3;

    private const int LongestNumber = 3;
    private const string Ends = ".!?…";
    private const string WideEnds = "。！？｡।";
    private const string Closers = "\"'”’»)]}」』）】";

    /// <summary>The sentences in order, without the blanks around them.</summary>
    /// <param name="text">Clean prose.</param>
    public static IReadOnlyList<TextSpan> Split(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var sentences = new List<TextSpan>();
        var start = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '\n')
            {
                Add(text, start, at, sentences);
                start = at + 1;
            }
            else if (Ends.Contains(text[at]) || WideEnds.Contains(text[at]))
            {
                var end = EndOfMarks(text, at);
                if (IsBoundary(text, at, end))
                {
                    Add(text, start, end, sentences);
                    start = end;
                }

                at = end - 1;
            }
        }

        Add(text, start, text.Length, sentences);
        return sentences;
    }

    private static int EndOfMarks(string text, int at)
    {
        while (at < text.Length && (Ends.Contains(text[at]) || WideEnds.Contains(text[at]) || Closers.Contains(text[at])))
        {
            at++;
        }

        return at;
    }

    private static bool IsBoundary(string text, int mark, int end)
    {
        if (WideEnds.Contains(text[mark]))
        {
            return true;
        }

        if (end == text.Length || !char.IsWhiteSpace(text[end]))
        {
            return false;
        }

        var next = end;
        while (next < text.Length && char.IsWhiteSpace(text[next]))
        {
            next++;
        }

        return next == text.Length || text[mark] is '!' or '?' || (text[mark] == '.' && end - mark == 1
            ? !IsAbbreviated(text, mark, char.IsLower(text[next]) ? LongestAbbreviation : 1)
            : !char.IsLower(text[next]));
    }

    private static bool IsAbbreviated(string text, int stop, int longest)
    {
        var start = stop;
        while (start > 0 && char.IsLetterOrDigit(text[start - 1]))
        {
            start--;
        }

        return (stop > start && stop - start <= longest) || (stop > start && stop - start <= LongestNumber && text.AsSpan(start, stop - start).IndexOfAnyExceptInRange('0', '9') < 0);
    }

    private static void Add(string text, int start, int end, List<TextSpan> sentences)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        if (end > start)
        {
            sentences.Add(new TextSpan(start, end));
        }
    }
}
