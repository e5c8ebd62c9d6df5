using System.Globalization;
using System.Text.Json;

namespace TextSeg.Engine.Topics.Seeds;

/// <summary>
/// Reads seed topics from a file: JSON, as <c>[{"name": "Billing", "phrases": ["the invoice is wrong"]}]</c> or <c>{"Billing": ["the invoice is wrong"]}</c>,
/// or a line for each as <c>Billing: the invoice is wrong; where is my refund</c>. Empty lines and lines that start with # do not count.
/// </summary>
public static class SeedFile
{
    private const int LongestName = 80;
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <exception cref="JobException">The file cannot be read, or a topic is not as it must be; says every fault.</exception>
    public static IReadOnlyList<SeedEntry> Read(string path)
    {
        string text;
        try
        {
            text = File.ReadAllText(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw Wrong(path, "it cannot be read");
        }

        return Parse(text, path);
    }

    /// <summary>Reads the text of a file.</summary>
    internal static IReadOnlyList<SeedEntry> Parse(string text, string path)
    {
        var seeds = text.AsSpan().TrimStart() is ['[' or '{', ..] ? FromJson(text, path) : FromLines(text, path);
        List<string> faults = seeds.Count == 0 ? ["it holds no topic; write one a line, as in \"Billing: the invoice is wrong; where is my refund\""] : [];
        foreach (var (seed, place) in seeds.Select((seed, place) => (seed, place + 1)))
        {
            var what = seed.Name.Length > 0 ? $"“{seed.Name}”" : string.Create(CultureInfo.InvariantCulture, $"topic {place}");
            faults.AddRange(Faults(seed).Select(fault => $"{what} {fault}"));
        }

        faults.AddRange(seeds.GroupBy(seed => seed.Name, StringComparer.OrdinalIgnoreCase).Where(same => same.Key.Length > 0 && same.Count() > 1).Select(same => $"“{same.Key}” stands there {same.Count()} times"));
        return faults.Count == 0 ? seeds : throw Wrong(path, string.Join("; ", faults));
    }

    private static IEnumerable<string> Faults(SeedEntry seed)
    {
        if (seed.Name.Length is 0 or > LongestName || seed.Name.Any(char.IsControl))
        {
            yield return $"needs a name of 1 to {LongestName} characters";
        }

        if (seed.Phrases.Count == 0)
        {
            yield return "has no phrase";
        }
    }

    private static List<SeedEntry> FromLines(string text, string path)
    {
        var seeds = new List<SeedEntry>();
        foreach (var (line, number) in text.Split('\n').Select((line, at) => (Line: line.Trim(), at + 1)).Where(pair => pair.Line.Length > 0 && !pair.Line.StartsWith('#')))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            seeds.Add(colon < 0
                ? throw Wrong(path, string.Create(CultureInfo.InvariantCulture, $"line {number} has no colon between a name and its phrases"))
                : Entry(line[..colon], line[(colon + 1)..].Split(';')));
        }

        return seeds;
    }

    private static List<SeedEntry> FromJson(string text, string path)
    {
        try
        {
            using var json = JsonDocument.Parse(text, Lenient);
            return json.RootElement.ValueKind == JsonValueKind.Object
                ? [.. json.RootElement.EnumerateObject().Select(topic => Entry(topic.Name, Texts(topic.Value)))]
                : [.. json.RootElement.EnumerateArray().Select(topic => Entry(Property(topic, "name")?.GetString() ?? "", Property(topic, "phrases") is { } phrases ? Texts(phrases) : []))];
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            throw Wrong(path, "its JSON is not as it must be: [{\"name\": \"Billing\", \"phrases\": [\"the invoice is wrong\"]}]");
        }
    }

    private static JsonElement? Property(JsonElement topic, string name) =>
        topic.EnumerateObject().Where(property => string.Equals(property.Name, name, StringComparison.OrdinalIgnoreCase)).Select(property => (JsonElement?)property.Value).FirstOrDefault();

    private static IEnumerable<string> Texts(JsonElement value) => value.ValueKind == JsonValueKind.String ? [value.GetString()!] : value.EnumerateArray().Select(phrase => phrase.GetString() ?? "");

    private static SeedEntry Entry(string name, IEnumerable<string> phrases) => new(name.Trim(), [.. phrases.Select(phrase => phrase.Trim()).Where(phrase => phrase.Length > 0)]);

    private static JobException Wrong(string path, string what) => new($"The seed topics in {path} cannot be used: {what}.") { IsWrongUse = true };
}
