using TextSeg.Engine.Samples;
using TextSeg.Engine.Storage;
using TextSeg.Mining.Profiles;

namespace TextSeg.Engine.Evaluation;

/// <summary>
/// Compares the moods, intents and urgencies that were planted in a sample with what was read in its posts. The sample knows fewer moods than classifiers do;
/// the tables say which labels mean a planted one.
/// </summary>
internal static class SampleReadings
{
    private const string Frustration = "frustration";

    private static readonly Dictionary<string, string> MoodOfEmotion = new()
    {
        ["anger"] = Frustration, ["annoyance"] = Frustration,
        ["disappointment"] = "disappointment", ["sadness"] = "disappointment",
        ["worry"] = "worry", ["confusion"] = "confusion", ["gratitude"] = "gratitude", ["neutral"] = "neutral",
        ["joy"] = "joy", ["excitement"] = "joy", ["admiration"] = "joy", ["surprise"] = "joy",
    };

    private static readonly Dictionary<string, string> PlantedIntents = new()
    {
        ["ask-for-help"] = "ask", ["report-problem"] = "report", ["request-feature"] = "request", ["complain"] = "complain", ["praise"] = "praise",
        ["consider-buying"] = "compare", ["intend-to-leave"] = "leave", ["help-another"] = "answer", ["share"] = "share", ["discuss"] = "discuss", ["small-talk"] = "chat",
    };

    private static readonly Dictionary<string, string> PlantedUrgencies = new() { ["calm"] = "low", ["normal"] = "normal", ["urgent"] = "high" };

    /// <summary>The scores; empty where posts were not read.</summary>
    /// <param name="workspace">The mined sample.</param>
    /// <param name="planted">What was planted in each post, by the post's id in the source.</param>
    public static IReadOnlyList<ReadingScore> Score(Workspace workspace, IReadOnlyDictionary<string, PostTruth> planted)
    {
        var read = workspace.Connection.Query(
                "SELECT ExternalId, Annotations.Kind, Label, Confidence FROM Annotations JOIN Posts ON Posts.Id = PostId WHERE Annotations.Kind <> 'language'",
                row => (Post: row.GetString(0), Kind: row.GetString(1), Label: row.GetString(2), Confidence: row.GetDouble(3)))
            .ToLookup(row => row.Post, row => (row.Kind, row.Label, row.Confidence));
        return read.Count == 0 ? [] :
        [
            Compare("mood", truth => truth.Mood, Mood),
            Compare("intent", truth => truth.Intent, rows => Single(rows, "intent", PlantedIntents)),
            Compare("urgency", truth => truth.Urgency, rows => Single(rows, "urgency", PlantedUrgencies)),
        ];

        ReadingScore Compare(string kind, Func<PostTruth, string> plantedOf, Func<IEnumerable<(string Kind, string Label, double Confidence)>, string?> readOf) =>
            ReadingScore.Of(kind, [.. planted.Where(pair => read.Contains(pair.Key)).Select(pair => (pair.Value.Language, plantedOf(pair.Value), readOf(read[pair.Key])))]);
    }

    /// <summary>The planted mood that the surest emotion means; a frustration score of a half or more competes with the emotions.</summary>
    private static string? Mood(IEnumerable<(string Kind, string Label, double Confidence)> rows)
    {
        var candidates = rows.SelectMany(row => row.Kind switch
        {
            "emotion" when MoodOfEmotion.TryGetValue(row.Label, out var mood) => [(Mood: mood, row.Confidence)],
            Frustration when row.Confidence >= PostReading.FrustratedFrom => [(Mood: Frustration, row.Confidence)],
            _ => Array.Empty<(string Mood, double Confidence)>(),
        });
        return candidates.OrderByDescending(one => one.Confidence).ThenBy(one => one.Mood, StringComparer.Ordinal).Select(one => one.Mood).FirstOrDefault();
    }

    private static string? Single(IEnumerable<(string Kind, string Label, double Confidence)> rows, string kind, Dictionary<string, string> plantedOf) =>
        rows.Where(row => row.Kind == kind).Select(row => plantedOf.GetValueOrDefault(row.Label)).FirstOrDefault();
}
