using System.Globalization;

namespace TextSeg.Mining.Topics.Edits;

/// <summary>
/// Finds a set of posts again among topics that were found anew, by shared posts: a topic survives where the overlap is more than half
/// (the transition "survival" of MONIC, Spiliopoulou et al. 2006, section 3.1, with τ = 0.5).
/// </summary>
internal sealed class PostSetMatch(TopicForest forest)
{
    private const int MostNamed = 3;

    /// <summary>The topic that holds more than half of the posts; null for none.</summary>
    public EditedTopic? Majority(int[] rows, int level) =>
        Counts(rows, level) is [var (topic, count), ..] && 2 * count > rows.Length ? topic : null;

    /// <summary>The topic that holds more than half of the posts and of whose posts, as far as they were known then, more than half are among them; null for none.</summary>
    public EditedTopic? Mutual(int[] rows, int known, int level)
    {
        if (Majority(rows, level) is not { } topic)
        {
            return null;
        }

        var (inside, shared) = (0, 0);
        var own = rows.ToHashSet();
        for (var row = 0; row < known; row++)
        {
            if (forest.At(row, level) == topic)
            {
                inside++;
                shared += own.Contains(row) ? 1 : 0;
            }
        }

        return 2 * shared > inside ? topic : null;
    }

    /// <summary>Topics of the reader's level of whose posts, late ones included, more than half are in the set.</summary>
    public IEnumerable<EditedTopic> Within(IReadOnlySet<int> rows)
    {
        var counts = new Dictionary<EditedTopic, (int All, int Shared)>();
        for (var row = 0; row < forest.Rows; row++)
        {
            if (forest.TopicOf(row) is { } topic)
            {
                var (all, shared) = counts.GetValueOrDefault(topic);
                counts[topic] = (all + 1, shared + (rows.Contains(row) ? 1 : 0));
            }
        }

        return counts.Where(pair => 2 * pair.Value.Shared > pair.Value.All).Select(pair => pair.Key).OrderBy(topic => topic.Id, StringComparer.Ordinal);
    }

    /// <summary>Where the posts lie, for people: "t2-3 (40 %), t2-7 (35 %)".</summary>
    public string Spread(int[] rows, int level)
    {
        var counts = Counts(rows, level);
        return rows.Length == 0 ? "nowhere: the posts are gone"
            : counts.Length == 0 ? "in no topic"
            : "in " + string.Join(", ", counts.Take(MostNamed).Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Topic.Id} ({100.0 * pair.Count / rows.Length:0} %)")));
    }

    private (EditedTopic Topic, int Count)[] Counts(int[] rows, int level) =>
        [.. rows.Select(row => forest.At(row, level)).OfType<EditedTopic>().CountBy(topic => topic).Select(pair => (pair.Key, pair.Value))
            .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key.Id, StringComparer.Ordinal)];
}
