using System.Globalization;
using System.Text.Json;
using TextSeg.Engine.Storage;
using TextSeg.Engine.Topics;
using TextSeg.Mining.Topics.Edits;

namespace TextSeg.Engine.Edits;

/// <summary>A topic as it was found.</summary>
internal sealed record FoundTopic(string Id, string? Parent, int Level, string Name, double Stability, TopicFacts Facts);

/// <summary>The topics of a run as they were found, open to change.</summary>
/// <param name="Forest">The topics with their posts; rows are those of the corpus.</param>
/// <param name="Found">What is known of each, by id.</param>
internal sealed record StoredForest(TopicForest Forest, IReadOnlyDictionary<string, FoundTopic> Found);

/// <summary>Reads the topics of a run out of the database.</summary>
internal static class TopicForestReader
{
    /// <param name="workspace">The workspace.</param>
    /// <param name="number">The run, or its negative number for the topics as they were found.</param>
    /// <param name="corpus">The posts; those that the run does not have are in no topic.</param>
    /// <param name="readerLevel">The level that is read first.</param>
    public static StoredForest Read(Workspace workspace, long number, MiningCorpus corpus, int readerLevel)
    {
        var found = workspace.Connection.Query(
                "SELECT Id, ParentId, Level, Name, Stability, Facts FROM Topics WHERE RunId = $1",
                row => new FoundTopic(
                    row.GetString(0), row.Text(1), row.GetInt32(2), row.GetString(3), row.GetDouble(4), JsonSerializer.Deserialize<TopicFacts>(row.GetString(5), StoredJson.Options)!),
                number)
            .OrderBy(topic => topic.Level).ThenBy(topic => PlaceOf(topic.Id)).ToArray();
        var forest = new TopicForest(corpus.PostIds.Length, readerLevel, Math.Max(readerLevel, found.Select(topic => topic.Level).DefaultIfEmpty(0).Max()));
        var topics = new Dictionary<string, EditedTopic>();
        foreach (var topic in found)
        {
            topics[topic.Id] = forest.Add(topic.Id, topic.Level, topic.Parent is null ? null : topics[topic.Parent]);
            topics[topic.Id].GivenName = topic.Facts.GivenName;
        }

        foreach (var (post, topic, leaf) in workspace.Connection.Query(
            "SELECT PostId, TopicId, LeafId FROM PostTopics WHERE RunId = $1", row => (row.GetInt64(0), row.Text(1), row.Text(2)), number))
        {
            if (Array.BinarySearch(corpus.PostIds, post) is var at and >= 0)
            {
                forest.Place(at, topic is null ? null : topics[topic], leaf is null ? null : topics[leaf]);
            }
        }

        return new StoredForest(forest, found.ToDictionary(topic => topic.Id));
    }

    private static int PlaceOf(string id) => int.Parse(id.AsSpan(id.IndexOf('-', StringComparison.Ordinal) + 1), CultureInfo.InvariantCulture);
}
