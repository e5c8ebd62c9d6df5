using TextSeg.Engine.Profiles;
using TextSeg.Engine.Storage;
using TextSeg.Mining.Profiles;

namespace TextSeg.Engine.Queries;

/// <summary>Reads what is shown of posts that were found.</summary>
internal sealed class HitReader(Workspace workspace, long run)
{
    /// <summary>Posts in the order given; one that was erased just now is left out.</summary>
    public IReadOnlyList<SearchHit> Read(IReadOnlyList<(long Id, double Relevance, string[] FoundBy)> found)
    {
        var (among, ids) = (workspace.Connection.Provider.NumbersIn("$1"), SqlList.Of(found.Select(hit => hit.Id)));
        var labels = AnnotatedPosts.Read(workspace, $"Id IN ({among})", ids).ToDictionary();
        var hits = workspace.Connection.Query(
            $"""
            SELECT Source, ExternalId, Prose, Language, MemberId, Time, TopicId, Posts.Id
            FROM Posts LEFT JOIN PostTopics ON PostTopics.PostId = Posts.Id AND PostTopics.RunId = $2
            WHERE Posts.Id IN ({among})
            """,
            row => new SearchHit(
                row.GetInt64(7), row.GetString(0), row.GetString(1), 0, [], row.Text(2) ?? "", row.Text(3), row.Number(4),
                row.Number(5) is { } time ? DateTimeOffset.FromUnixTimeMilliseconds(time) : null, row.Text(6)),
            ids, run).ToDictionary(hit => hit.Post);
        return [.. found.Where(hit => hits.ContainsKey(hit.Id)).Select(hit => hits[hit.Id] with
        {
            Relevance = Math.Round(hit.Relevance, 3), FoundBy = hit.FoundBy, Labels = ReadingLabels.Of(labels.GetValueOrDefault(hit.Id, PostReading.None)),
        })];
    }

    /// <summary>Different authors of some posts, and their topics.</summary>
    public (int Members, IReadOnlyList<SearchTopic> Topics) Summarise(IReadOnlyCollection<long> posts)
    {
        var numbers = workspace.Connection.Provider.NumbersIn("$1");
        var ids = SqlList.Of(posts);
        var members = (int)workspace.Connection.Query(
            $"SELECT COUNT(DISTINCT MemberId) FROM Posts WHERE Id IN ({numbers})", row => row.GetInt64(0), ids).Single();
        var topics = workspace.Connection.Query(
            $"""
            SELECT Topics.Id, Topics.Name, COUNT(*)
            FROM PostTopics JOIN Topics ON Topics.RunId = PostTopics.RunId AND Topics.Id = PostTopics.TopicId
            WHERE PostTopics.RunId = $2 AND PostTopics.PostId IN ({numbers})
            GROUP BY Topics.Id, Topics.Name ORDER BY COUNT(*) DESC, Topics.Id
            """,
            row => new SearchTopic(row.GetString(0), row.GetString(1), row.GetInt32(2)),
            ids,
            run).ToArray();
        return (members, topics);
    }
}
