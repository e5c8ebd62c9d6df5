namespace TextSeg.Nlp.Cleaning;

/// <summary>Where the lines of a text are, line ends left out.</summary>
internal static class TextLines
{
    /// <summary>All lines in order; empty ones too.</summary>
    public static List<TextSpan> Of(string text)
    {
        var lines = new List<TextSpan>();
        int start = 0;
        for (int end = text.IndexOf('\n', StringComparison.Ordinal); end >= 0; end = text.IndexOf('\n', start))
        {
            lines.Add(new TextSpan(start, end));
            start = end + 1;
        }

        lines.Add(new TextSpan(start, text.Length));
        return lines;
    }
}
