using System.Xml;
using TextSeg.Engine.Sources.Decoding;

namespace TextSeg.Engine.Sources.StackExchange;

/// <summary>One row of a dump.</summary>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Attributes">Its attributes; null when it cannot be read.</param>
internal readonly record struct DumpRow(long Line, Dictionary<string, string>? Attributes);

/// <summary>
/// The rows of a file of a Stack Exchange dump: each is one element on a line of its own with everything in attributes, so each is read apart and a broken one costs no other.
/// </summary>
internal static class DumpRows
{
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CheckCharacters = false, ConformanceLevel = ConformanceLevel.Fragment };

    /// <summary>Whether a text begins as the posts of a dump do.</summary>
    public static bool ArePosts(string head) => head.AsSpan(0, Math.Min(head.Length, 1_000)).Contains("<posts>", StringComparison.Ordinal);

    /// <summary>All rows in order; enumerated once.</summary>
    public static IEnumerable<DumpRow> Read(LineReader lines)
    {
        while (lines.TryRead(out var line))
        {
            if (line is null || line.AsSpan().TrimStart().StartsWith("<row"))
            {
                yield return new DumpRow(lines.Number, line is null ? null : Attributes(line));
            }
        }
    }

    private static Dictionary<string, string>? Attributes(string line)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(line.Trim()), Settings);
            reader.MoveToContent();
            var attributes = new Dictionary<string, string>(StringComparer.Ordinal);
            while (reader.MoveToNextAttribute())
            {
                attributes[reader.Name] = reader.Value;
            }

            return attributes;
        }
        catch (XmlException)
        {
            return null;
        }
    }
}
