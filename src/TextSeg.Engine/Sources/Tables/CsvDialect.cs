using TextSeg.Engine.Sources.Decoding;

namespace TextSeg.Engine.Sources.Tables;

/// <summary>How a file separates its columns, told from its first records.</summary>
internal static class CsvDialect
{
    private const int Records = 50;
    private static readonly char[] Candidates = [',', '\t', ';', '|'];

    /// <summary>
    /// The candidate that cuts most of the first records into as many columns as the first one; among equals the one with more columns.
    /// Null when no candidate gives two columns: then a line is a text.
    /// </summary>
    public static char? GuessDelimiter(string head, char newline)
    {
        var best = Candidates.Select(candidate => (Delimiter: candidate, Score: Score(head, newline, candidate))).MaxBy(pair => pair.Score);
        return best.Score > 0 ? best.Delimiter : null;
    }

    /// <summary>The delimiter in words.</summary>
    public static string Describe(char? delimiter) => delimiter switch
    {
        null => "lines of text",
        ',' => "CSV",
        '\t' => "TSV",
        { } other => $"CSV with '{other}' between columns",
    };

    /// <summary>The line end: a carriage return alone only where the head holds no line feed.</summary>
    public static char Newline(string head) => !head.Contains('\n') && head.Contains('\r') ? '\r' : '\n';

    private static double Score(string head, char newline, char delimiter)
    {
        var reader = new CsvRecordReader(new LineReader(new StringReader(head), head.Length + 1, newline), delimiter, head.Length + 1);
        List<int> counts = [];
        while (counts.Count < Records && reader.TryRead(out _, out var record, out var fault))
        {
            counts.Add(fault is null ? CsvFields.Split(record!, delimiter).Length : 0);
        }

        if (counts.Count == 0 || counts[0] < 2)
        {
            return 0;
        }

        var same = counts.Count(count => count == counts[0]);
        return ((double)same / counts.Count) + (Math.Min(counts[0], 20) * 0.001);
    }
}
