using System.Collections.Frozen;
using System.Text;

namespace TextSeg.Nlp.Words;

/// <summary>
/// Counts words of politeness: asking (please), thanking, excusing and closing greetings. These are the markers that carry most of the politeness
/// strategies of Danescu-Niculescu-Mizil et al. 2013 ("A computational approach to politeness", table 3) that a word list can see.
/// </summary>
public static class PolitenessMarkers
{
    private const string Resource = "TextSeg.Nlp.Words.Politeness.markers.txt";

    private static readonly FrozenDictionary<string, PhraseFinder> Markers = Read();

    /// <summary>ISO 639-1 codes of the languages that have markers.</summary>
    public static IReadOnlyCollection<string> Languages => Markers.Keys;

    /// <summary>How many markers a text holds; 0 for a language without markers.</summary>
    /// <param name="text">Clean prose.</param>
    /// <param name="language">ISO 639-1 code.</param>
    public static int Count(string text, string language)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Markers.TryGetValue(language, out var markers) ? markers.Count(WordSegmenter.Normalize(text)) : 0;
    }

    private static FrozenDictionary<string, PhraseFinder> Read()
    {
        using Stream stream = typeof(PolitenessMarkers).Assembly.GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .ToFrozenDictionary(line => line[..2], line => new PhraseFinder(line[3..], line[..2]));
    }
}
