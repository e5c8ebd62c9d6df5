using TextSeg.Nlp.Languages;

namespace TextSeg.Nlp.Tests.Languages;

/// <summary>The identifier that the project ships, loaded once for all tests.</summary>
internal static class ShippedLanguages
{
    public static string Folder { get; } = Repository.PathOf("models/languages");

    public static LanguageIdentifier Identifier { get; } = LanguageIdentifier.Load(Folder);

    /// <summary>Sentences invented for these tests, with their language.</summary>
    public static IReadOnlyList<(string Language, string Text)> Sentences { get; } =
    [
        .. File.ReadLines(Repository.PathOf("tests/TextSeg.Nlp.Tests/Languages/sentences.tsv"))
            .Select(line => line.Split('\t'))
            .Select(cells => (cells[0], cells[1])),
    ];
}
