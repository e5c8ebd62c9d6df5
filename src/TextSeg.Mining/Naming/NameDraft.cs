using System.Text.Json;

namespace TextSeg.Mining.Naming;

/// <summary>A model's answer to <see cref="NamingPrompt"/>, read but not yet believed.</summary>
/// <param name="Name">The name and the evidence it cites.</param>
/// <param name="Clauses">The statements of the description.</param>
public sealed record NameDraft(NameClause Name, IReadOnlyList<NameClause> Clauses)
{
    private const int MostClauses = 6;
    private const int LongestClause = 300;

    /// <summary>Reads an answer; null where it is not the JSON asked for. Text around the object, as small models add, is passed over.</summary>
    public static NameDraft? Read(string answer)
    {
        var start = answer.LastIndexOf("</think>", StringComparison.Ordinal) is var thought && thought >= 0 ? thought : 0;
        var (open, close) = (answer.IndexOf('{', start), answer.LastIndexOf('}'));
        if (open < 0 || close < open)
        {
            return null;
        }

        try
        {
            using var json = JsonDocument.Parse(answer.AsMemory(open, close + 1 - open));
            return Read(json.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static NameDraft? Read(JsonElement root)
    {
        if (!root.TryGetProperty("name", out var name) || Statement(name) is not { } title
            || !root.TryGetProperty("clauses", out var list) || list.ValueKind != JsonValueKind.Array || list.GetArrayLength() == 0)
        {
            return null;
        }

        var clauses = list.EnumerateArray().Take(MostClauses).Select(Statement).ToArray();
        return Array.Exists(clauses, clause => clause is null) ? null : new NameDraft(title, [.. clauses.OfType<NameClause>()]);
    }

    private static NameClause? Statement(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty("text", out var text) || text.ValueKind != JsonValueKind.String
            || !element.TryGetProperty("evidence", out var evidence) || evidence.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        var words = string.Join(' ', text.GetString()!.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return words.Length is 0 or > LongestClause ? null : new NameClause(words, [.. evidence.EnumerateArray().Select(Number).Where(number => number > 0)]);
    }

    private static int Number(JsonElement element) => element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out var number) ? number : 0;
}
