using System.Text.Json;
using TextSeg.Engine.Storage;
using TextSeg.Engine.Topics;
using TextSeg.Mining.Topics;

namespace TextSeg.Engine.Edits;

/// <summary>Writes the edited topics over those of a run; only posts that lie elsewhere than before are written.</summary>
internal sealed class EditedTopicWriter(Workspace workspace, long run, MiningCorpus corpus)
{
    public void WriteLevel(EditedLevels edited, int level, TopicFacts[] facts, string[] names)
    {
        using (var delete = workspace.Connection.Prepare("DELETE FROM Topics WHERE RunId = $1 AND Level = $2", 2))
        {
            delete.Bind(run, level).ExecuteNonQuery();
        }

        using var insert = workspace.Connection.Prepare(
            "INSERT INTO Topics (RunId, Id, ParentId, Level, Name, Posts, Members, Stability, Facts) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)", 9);
        var members = TopicWriter.MembersOf(corpus, edited.Levels[level]);
        for (var place = 0; place < names.Length; place++)
        {
            var (topic, shape) = (edited.Topics[level][place], edited.Levels[level].Topics[place]);
            insert.Bind(
                run, topic.Id, topic.Parent?.Id, level, names[place], shape.Size, members[place], shape.Stability,
                JsonSerializer.Serialize(facts[place], StoredJson.Options)).ExecuteNonQuery();
        }
    }

    /// <summary>A post that a person put elsewhere belongs there for certain; the others are as sure as they were found.</summary>
    public void WritePosts(StoredForest stored)
    {
        var found = Places(-run);
        var now = Places(run);
        using var update = workspace.Connection.Prepare("UPDATE PostTopics SET TopicId = $3, LeafId = $4, Strength = $5, State = $6 WHERE RunId = $1 AND PostId = $2", 6);
        for (var row = 0; row < corpus.PostIds.Length; row++)
        {
            var post = corpus.PostIds[row];
            if (!found.TryGetValue(post, out var own))
            {
                continue;
            }

            var wanted = stored.Forest.WasMoved(row) ? new Place(null, null, 1, nameof(PostState.Core).ToLowerInvariant()) : own;
            wanted = wanted with { Topic = stored.Forest.TopicOf(row)?.Id, Leaf = stored.Forest.LeafOf(row)?.Id };
            if (wanted != now[post])
            {
                update.Bind(run, post, wanted.Topic, wanted.Leaf, wanted.Strength, wanted.State).ExecuteNonQuery();
            }
        }
    }

    private Dictionary<long, Place> Places(long number) => workspace.Connection.Query(
            "SELECT PostId, TopicId, LeafId, Strength, State FROM PostTopics WHERE RunId = $1",
            row => (Post: row.GetInt64(0), Place: new Place(row.Text(1), row.Text(2), row.GetDouble(3), row.GetString(4))),
            number)
        .ToDictionary(pair => pair.Post, pair => pair.Place);

    private sealed record Place(string? Topic, string? Leaf, double Strength, string State);
}
