using TextSeg.Mining.Profiles;

namespace TextSeg.Engine.Queries;

/// <summary>The values that the filters of mood, intent and urgency take: several are parted by a bar, and one of them must hold.</summary>
internal static class ReadingValues
{
    private static readonly string[] Moods =
    [
        .. ReadingLabels.Sentiments.Select(label => label.Name), ReadingLabels.Frustrated,
        .. ReadingLabels.Emotions.Where(label => label.Signal.Length > 0).Select(label => label.Name), ReadingLabels.Unsure,
    ];

    private static readonly string[] Intents = [.. ReadingLabels.Intents.Select(label => label.Name), ReadingLabels.Unsure];
    private static readonly string[] Urgencies = [.. ReadingLabels.Urgencies.Select(label => label.Name), ReadingLabels.Unsure];

    /// <summary>The values of a filter; those that do not exist are told in <paramref name="faults"/>, with all that do.</summary>
    public static IReadOnlyList<string> Parse(string name, string text, List<string> faults)
    {
        var known = name switch { "mood" => Moods, "intent" => Intents, _ => Urgencies };
        var values = text.ToLowerInvariant().Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct().ToArray();
        var unknown = Array.FindAll(values, value => !known.Contains(value));
        if (unknown.Length > 0 || values.Length == 0)
        {
            faults.Add($"'{string.Join('|', unknown)}' is no {name}: there are {string.Join(", ", known)}; several are parted by |.");
        }

        return values;
    }
}
