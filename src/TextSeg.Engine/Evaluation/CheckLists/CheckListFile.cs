using TextSeg.Engine.Samples.Phrases;

namespace TextSeg.Engine.Evaluation.CheckLists;

/// <summary>
/// Reads the templates of a language: first rules as in the sample's grammars, then sections. A section begins with
/// "== capability | kind | head | expected" and has one template a line; " => " parts the text from the changed text of an invariance or a
/// direction, and both sides draw alike, so a slot at the same place says the same in both. "\n" begins a new line.
/// </summary>
internal static class CheckListFile
{
    private const string Folder = "CheckLists/";
    private const string Pair = " => ";

    public static IReadOnlyList<string> Languages { get; } =
        [.. typeof(CheckListFile).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Select(name => Path.GetFileNameWithoutExtension(name[Folder.Length..])).Order(StringComparer.Ordinal)];

    public static IReadOnlyList<CheckListSection> Read(string language)
    {
        using var stream = typeof(CheckListFile).Assembly.GetManifestResourceStream($"{Folder}{language}.txt")
            ?? throw new FileNotFoundException($"There are no check list templates of the language '{language}' in this build.");
        using var reader = new StreamReader(stream);
        return Parse(language, reader.ReadToEnd());
    }

    internal static IReadOnlyList<CheckListSection> Parse(string language, string text)
    {
        var parts = ("\n" + text.ReplaceLineEndings("\n")).Split("\n== ");
        return [.. parts.Skip(1).Select(part => Section(language, parts[0], part))];
    }

    private static CheckListSection Section(string language, string rules, string part)
    {
        var lines = part.Split('\n').Where(line => line.Trim().Length > 0 && line[0] != '#').ToList();
        var header = lines[0].Split('|', 4, StringSplitOptions.TrimEntries);
        if (header.Length < 3 || !Enum.TryParse<CheckListKind>(header[1], ignoreCase: true, out var kind))
        {
            throw new FormatException($"A section begins with \"== capability | kind | head | expected\", not with: {lines[0]}");
        }

        var pairs = lines.Skip(1).Select(line => line.Trim().Split(Pair)).ToList();
        var templates = pairs.Select((pair, at) => $"{CheckListSection.TextRule(at)}:\n  {pair[0]}\n{CheckListSection.OtherRule(at)}:\n  {pair[^1]}");
        return new CheckListSection(header[0], kind, language, header[2], header.ElementAtOrDefault(3) ?? "")
        {
            Templates = pairs.Count,
            Grammar = new Grammar(language, [rules, .. templates]),
        };
    }
}
