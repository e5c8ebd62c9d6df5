using System.Text.Json;
using TextSeg.Engine.Storage;
using TextSeg.Mining.Topics;

namespace TextSeg.Engine.Topics;

/// <summary>Writes the topics of one run beside the current one.</summary>
internal sealed class TopicWriter(Workspace workspace, long run)
{
    private static readonly ColumnShape[] PostColumns =
    [
        new("RunId", ColumnKind.LongWhole), new("PostId", ColumnKind.LongWhole), new("TopicId", ColumnKind.Text), new("LeafId", ColumnKind.Text),
        new("Strength", ColumnKind.Real), new("State", ColumnKind.Text), new("X", ColumnKind.Real), new("Y", ColumnKind.Real),
    ];

    /// <summary>Identity of a topic within its run: level and place, both from 1.</summary>
    public static string IdOf(int level, int topic) => TopicIds.Of(level, topic);

    public void Write(MiningCorpus corpus, TopicTree tree, IReadOnlyList<TopicFacts[]> facts, IReadOnlyList<string[]> labels, float[] places)
    {
        workspace.Connection.InTransaction(() =>
        {
            for (var level = 0; level < tree.Levels.Length; level++)
            {
                WriteLevel(level, tree.Levels[level], facts[level], labels[level], MembersOf(corpus, tree.Levels[level]));
            }

            WritePosts(corpus, tree, places);
        });
    }

    /// <summary>Different authors in each topic of a level.</summary>
    public static int[] MembersOf(MiningCorpus corpus, TopicLevel level)
    {
        var members = new HashSet<(int Topic, int Member)>();
        for (var row = 0; row < level.TopicOf.Length; row++)
        {
            if (level.TopicOf[row] >= 0 && corpus.MemberOf[row] >= 0)
            {
                members.Add((level.TopicOf[row], corpus.MemberOf[row]));
            }
        }

        var counts = new int[level.Count];
        foreach (var (topic, _) in members)
        {
            counts[topic]++;
        }

        return counts;
    }

    private void WriteLevel(int level, TopicLevel topics, TopicFacts[] facts, string[] labels, int[] members)
    {
        using var insert = workspace.Connection.Prepare(
            "INSERT INTO Topics (RunId, Id, ParentId, Level, Name, Posts, Members, Stability, Facts) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)", 9);
        for (var topic = 0; topic < topics.Count; topic++)
        {
            var parent = topics.Topics[topic].Parent;
            insert.Bind(
                run,
                IdOf(level, topic),
                parent < 0 ? null : IdOf(level - 1, parent),
                level,
                labels[topic],
                topics.Topics[topic].Size,
                members[topic],
                topics.Topics[topic].Stability,
                JsonSerializer.Serialize(facts[topic], StoredJson.Options)).ExecuteNonQuery();
        }
    }

    private void WritePosts(MiningCorpus corpus, TopicTree tree, float[] places)
    {
        using var writer = workspace.Connection.Provider.CreateRowWriter(workspace.Connection, "PostTopics", PostColumns);
        var leaf = tree.Levels.Length - 1;
        for (var row = 0; row < corpus.PostIds.Length; row++)
        {
            writer.Write(
                run,
                corpus.PostIds[row],
                IdOrNull(tree.ReaderLevel, tree.Reader.TopicOf[row]),
                IdOrNull(leaf, tree.Levels[leaf].TopicOf[row]),
                (double)tree.StrengthOf[row],
                tree.StateOf[row].ToString().ToLowerInvariant(),
                (double)places[2 * row],
                (double)places[(2 * row) + 1]);
        }

        writer.Complete();
    }

    private static string? IdOrNull(int level, int topic) => topic < 0 ? null : IdOf(level, topic);
}
