using TextSeg.Engine.Storage;

namespace TextSeg.Engine.Topics.Placement;

/// <summary>A post with the topics that it lies in.</summary>
internal sealed record TopicPlace(long Post, long? Member, string? Topic, string? Leaf);

/// <summary>Keeps the posts and members that topics count in line when single posts come into a run or leave it.</summary>
/// <param name="workspace">The workspace.</param>
/// <param name="number">The run, or its negative number for the topics as they were found.</param>
internal sealed class TopicCounts(Workspace workspace, long number)
{
    private readonly Dictionary<string, string?> _parentOf =
        workspace.Connection.Query("SELECT Id, ParentId FROM Topics WHERE RunId = $1", row => (row.GetString(0), row.Text(1)), number).ToDictionary();

    /// <summary>Counts posts in, before they are written.</summary>
    public void Add(IReadOnlyList<TopicPlace> places)
    {
        using var update = workspace.Connection.Prepare("UPDATE Topics SET Posts = Posts + $3, Members = Members + $4 WHERE RunId = $1 AND Id = $2", 4);
        var known = KnownFor(places.Select(place => place.Member).OfType<long>().Distinct());
        var members = places.Where(place => place.Member is not null).GroupBy(place => place.Member!.Value)
            .SelectMany(own => own.SelectMany(Topics).Distinct().Except(known[own.Key].SelectMany(Topics))).CountBy(topic => topic).ToDictionary();
        foreach (var (topic, posts) in places.SelectMany(Topics).CountBy(topic => topic).OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            update.Bind(number, topic, posts, members.GetValueOrDefault(topic)).ExecuteNonQuery();
        }
    }

    /// <summary>Counts the topics of posts anew, after these were removed. Who wrote a removed post may have changed with its words, so nothing less will do.</summary>
    public void Recount(IReadOnlyList<TopicPlace> removed)
    {
        using var update = workspace.Connection.Prepare(
            """
            WITH RECURSIVE Under(Id) AS (SELECT Id FROM Topics WHERE RunId = $1 AND Id = $2 UNION SELECT Topics.Id FROM Topics JOIN Under ON Topics.ParentId = Under.Id WHERE Topics.RunId = $1)
            UPDATE Topics SET (Posts, Members) = (
                SELECT COUNT(*), COUNT(DISTINCT MemberId) FROM PostTopics JOIN Posts ON Posts.Id = PostId
                WHERE RunId = $1 AND (TopicId IN (SELECT Id FROM Under) OR LeafId IN (SELECT Id FROM Under)))
            WHERE RunId = $1 AND Id = $2
            """,
            2);
        foreach (var topic in removed.SelectMany(Topics).Distinct())
        {
            update.Bind(number, topic).ExecuteNonQuery();
        }
    }

    /// <summary>Where posts of members lie in the table.</summary>
    // CROSS: SQLite would otherwise begin with all posts of the run.
    private ILookup<long, TopicPlace> KnownFor(IEnumerable<long> members) => workspace.Connection.Query(
        $"""
        SELECT DISTINCT MemberId, TopicId, LeafId FROM Posts CROSS JOIN PostTopics
        WHERE PostTopics.PostId = Posts.Id AND PostTopics.RunId = $2 AND Posts.MemberId IN ({workspace.Connection.Provider.NumbersIn("$1")})
        """,
        row => new TopicPlace(0, row.GetInt64(0), row.Text(1), row.Text(2)),
        SqlList.Of(members),
        number).ToLookup(place => place.Member!.Value);

    /// <summary>The topics of all levels.</summary>
    private HashSet<string> Topics(TopicPlace place)
    {
        var topics = new HashSet<string>();
        foreach (var end in new[] { place.Leaf, place.Topic })
        {
            for (var topic = end; topic is not null && topics.Add(topic); topic = _parentOf.GetValueOrDefault(topic))
            {
            }
        }

        return topics;
    }
}
