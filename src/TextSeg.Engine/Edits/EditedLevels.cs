using TextSeg.Mining.Topics;
using TextSeg.Mining.Topics.Edits;

namespace TextSeg.Engine.Edits;

/// <summary>The levels of an edited forest in the shape in which later stages read them.</summary>
/// <param name="Topics">The topics of each level, in the order of <paramref name="Levels"/>.</param>
/// <param name="Levels">The levels; means are there for changed topics alone.</param>
internal sealed record EditedLevels(IReadOnlyList<EditedTopic[]> Topics, IReadOnlyList<TopicLevel> Levels)
{
    public static EditedLevels Of(StoredForest stored, CentredPosts posts)
    {
        var forest = stored.Forest;
        var topics = Enumerable.Range(0, forest.LeafLevel + 1).Select(level => forest.Topics.Where(topic => topic.Level == level).ToArray()).ToArray();
        var places = topics.Select(level => level.Select((topic, place) => (topic, place)).ToDictionary(pair => pair.topic, pair => pair.place)).ToArray();
        var levels = new TopicLevel[topics.Length];
        for (var level = 0; level < levels.Length; level++)
        {
            var topicOf = Enumerable.Range(0, forest.Rows).Select(row => forest.At(row, level) is { } topic ? places[level][topic] : -1).ToArray();
            var rows = Enumerable.Range(0, forest.Rows).ToLookup(row => topicOf[row]);
            levels[level] = new TopicLevel(topicOf, [.. topics[level].Select((topic, place) => ToTopic(topic, [.. rows[place]]))], 0, 0, 0);
        }

        return new EditedLevels(topics, levels);

        Topic ToTopic(EditedTopic topic, int[] rows) => new(
            topic.Parent is null ? -1 : places[topic.Level - 1][topic.Parent],
            topic.Level == forest.LeafLevel ? [] : [.. forest.Topics.Where(child => child.Parent == topic).Select(child => places[topic.Level + 1][child])],
            rows.Length,
            topic.IsChanged ? posts.DifferentTexts(rows).Length : stored.Found[topic.Id].Facts.DistinctTexts,
            StabilityOf(topic, stored),
            topic.IsChanged ? posts.Mean(rows) : []);
    }

    private static double StabilityOf(EditedTopic topic, StoredForest stored) =>
        stored.Found.TryGetValue(topic.Id, out var found) ? found.Stability : StabilityOf(topic.MadeFrom!, stored);
}
