using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Text;

namespace TextSeg.Nlp.Words;

/// <summary>Function words by language: words that say nothing of a topic.</summary>
public static class StopWords
{
    private const string Folder = "TextSeg.Nlp.Words.Lists.";

    private static readonly ConcurrentDictionary<string, FrozenSet<string>> Sets = new();

    private static readonly FrozenSet<string> Known = typeof(StopWords).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
        .Select(name => name[Folder.Length..].Replace(".txt", "", StringComparison.Ordinal))
        .ToFrozenSet();

    /// <summary>ISO 639-1 codes of the languages that have a list.</summary>
    public static IReadOnlyCollection<string> Languages => Known;

    /// <summary>The function words of a language, in normal form; empty for a language without a list.</summary>
    /// <param name="language">ISO 639-1 code; what follows a "-" is ignored.</param>
    public static IReadOnlySet<string> For(string language) => SetFor(language);

    internal static FrozenSet<string> SetFor(string language)
    {
        ArgumentNullException.ThrowIfNull(language);
        int region = language.IndexOf('-', StringComparison.Ordinal);
        string code = region < 0 ? language : language[..region];
        return Known.Contains(code) ? Sets.GetOrAdd(code, Read) : FrozenSet<string>.Empty;
    }

    private static FrozenSet<string> Read(string code)
    {
        using Stream stream = typeof(StopWords).Assembly.GetManifestResourceStream($"{Folder}{code}.txt")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Select(WordSegmenter.Normalize).ToFrozenSet();
    }
}
