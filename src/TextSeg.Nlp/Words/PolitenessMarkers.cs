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

    private static readonly FrozenSet<string> Unspaced = FrozenSet.ToFrozenSet(["ja", "zh", "th", "ko"]);

    private static readonly FrozenDictionary<string, Marker[]> Markers = Read();

    /// <summary>ISO 639-1 codes of the languages that have markers.</summary>
    public static IReadOnlyCollection<string> Languages => Markers.Keys;

    /// <summary>How many markers a text holds; 0 for a language without markers.</summary>
    /// <param name="text">Clean prose.</param>
    /// <param name="language">ISO 639-1 code.</param>
    public static int Count(string text, string language)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!Markers.TryGetValue(language, out Marker[]? markers))
        {
            return 0;
        }

        string normal = WordSegmenter.Normalize(text);
        bool bounded = !Unspaced.Contains(language);
        int count = 0;
        foreach (Marker marker in markers)
        {
            for (int at = normal.IndexOf(marker.Text, StringComparison.Ordinal); at >= 0; at = Next(normal, marker, at))
            {
                count += !bounded || IsWhole(normal, at, marker) ? 1 : 0;
            }
        }

        return count;
    }

    private static int Next(string text, Marker marker, int at) => text.IndexOf(marker.Text, at + marker.Text.Length, StringComparison.Ordinal);

    private static bool IsWhole(string text, int at, Marker marker)
    {
        int end = at + marker.Text.Length;
        return (at == 0 || !IsPartOfWord(text[at - 1])) && (marker.OpenEnd || end == text.Length || !IsPartOfWord(text[end]));
    }

    private static bool IsPartOfWord(char c) => char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark;

    private static FrozenDictionary<string, Marker[]> Read()
    {
        using Stream stream = typeof(PolitenessMarkers).Assembly.GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .ToFrozenDictionary(line => line[..2], line => line[3..].Split('|').Select(Parse).ToArray());
    }

    // A star at the end takes any ending: "thank*" is thanks, thanked and thankful.
    private static Marker Parse(string marker) => new(WordSegmenter.Normalize(marker.TrimEnd('*')), marker.EndsWith('*'));

    private readonly record struct Marker(string Text, bool OpenEnd);
}
