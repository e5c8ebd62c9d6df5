using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Text;
using TextSeg.Nlp.Words;

namespace TextSeg.Nlp.Classifiers.Signs;

/// <summary>The words that show frustration and urgency in one language, by kind; English stands in for a language without a list.</summary>
internal sealed class SignLists
{
    private const string Folder = "TextSeg.Nlp.Classifiers.Signs.Lists.";
    private const string Fallback = "en";

    private static readonly FrozenSet<string> Known = typeof(SignLists).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Select(name => name[Folder.Length..^".txt".Length]).ToFrozenSet();

    private static readonly ConcurrentDictionary<string, SignLists> Lists = new();
    private static readonly PhraseFinder Nothing = new("", Fallback);
    private readonly FrozenDictionary<string, PhraseFinder> _finders;

    private SignLists(string language)
    {
        using var stream = typeof(SignLists).Assembly.GetManifestResourceStream($"{Folder}{language}.txt")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        _finders = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => line.Split(": ", 2)).ToFrozenDictionary(line => line[0], line => new PhraseFinder(line[1], language));
        IsSpaced = PhraseFinder.IsSpaced(language);
    }

    /// <summary>ISO 639-1 codes of the languages that have a list.</summary>
    public static IReadOnlyCollection<string> Languages => Known;

    /// <summary>Whether blanks part the words.</summary>
    public bool IsSpaced { get; }

    /// <summary>The lists of a language.</summary>
    /// <param name="language">ISO 639-1 code; what follows a "-" is ignored.</param>
    public static SignLists For(string language)
    {
        var code = language.Split('-')[0];
        return Lists.GetOrAdd(Known.Contains(code) ? code : Fallback, known => new SignLists(known));
    }

    /// <summary>Finds the words of a kind; nothing for a kind without words.</summary>
    public PhraseFinder Of(string kind) => _finders.GetValueOrDefault(kind, Nothing);
}
