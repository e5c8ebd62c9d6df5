using System.Collections.Frozen;
using System.Text;

namespace TextSeg.Nlp.Words;

/// <summary>
/// Function words that may stand inside a noun phrase, as "of" in "quality of life": the preposition of the pattern of Justeson and Katz 1995
/// ("Technical terminology", section 3), with "and" and the articles that some languages put between.
/// </summary>
public static class PhraseLinks
{
    private const string Resource = "TextSeg.Nlp.Words.Links.links.txt";

    private static readonly FrozenDictionary<string, FrozenSet<string>> Links = Read();

    /// <summary>Whether a word, in normal form, links the parts of a noun phrase in a language.</summary>
    /// <param name="word">The word as <see cref="WordSegmenter.Normalize"/> gives it.</param>
    /// <param name="language">ISO 639-1 code; false for a language without links.</param>
    public static bool Contains(string word, string language) => Links.TryGetValue(language, out FrozenSet<string>? words) && words.Contains(word);

    private static FrozenDictionary<string, FrozenSet<string>> Read()
    {
        using Stream stream = typeof(PhraseLinks).Assembly.GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .ToFrozenDictionary(line => line[..2], line => line[3..].Split(' ').ToFrozenSet());
    }
}
