using TextSeg.Engine.Profiles;
using TextSeg.Engine.Storage;
using TextSeg.Mining.Profiles;

namespace TextSeg.Engine.Queries;

/// <summary>A member as the current run sees them; no name.</summary>
/// <param name="Member">Number within the workspace.</param>
/// <param name="Source">Name of the source.</param>
/// <param name="Posts">Posts written.</param>
/// <param name="First">The first post's time.</param>
/// <param name="Last">The last post's time.</param>
/// <param name="RepliesGiven">Posts that answer somebody.</param>
/// <param name="RepliesGot">Posts that answer this member.</param>
/// <param name="Languages">Languages written, most posts first.</param>
/// <param name="Topics">Topics written about, most posts first.</param>
/// <param name="Segments">Segments with the weight of each.</param>
/// <param name="Latest">The latest posts, masked.</param>
public sealed record MemberCard(
    long Member, string Source, int Posts, DateTimeOffset? First, DateTimeOffset? Last, int RepliesGiven, int RepliesGot,
    IReadOnlyList<Share> Languages, IReadOnlyList<SearchTopic> Topics, IReadOnlyList<MemberSegment> Segments, IReadOnlyList<Quote> Latest)
{
    /// <summary>What they want and how they feel, in posts; null where posts were not read.</summary>
    public ReadingSummary? Readings { get; init; }
}

/// <summary>A segment that a member belongs to.</summary>
public sealed record MemberSegment(string Id, string Name, double Weight, string State);

/// <summary>What the current run knows of members.</summary>
public sealed class MemberQueries(Workspace workspace)
{
    private const int LatestPosts = 5;
    private readonly long _run = CurrentRun.RequiredId(workspace);

    /// <summary>One member, by number or by id in the source.</summary>
    /// <exception cref="JobException">There is none.</exception>
    public MemberCard Get(string id)
    {
        var (member, source) = workspace.Connection.Query(
            "SELECT Id, Source FROM Members WHERE CAST(Id AS TEXT) = $1 OR ExternalId = $1 ORDER BY CAST(Id AS TEXT) = $1 DESC, Id LIMIT 1",
            row => (row.GetInt64(0), row.GetString(1)),
            id).Cast<(long, string)?>().FirstOrDefault() ?? throw new JobException($"The workspace has no member {id}.") { IsWrongUse = true, IsMissing = true };
        var (posts, first, last, given) = workspace.Connection.Query(
            "SELECT COUNT(*), MIN(Time), MAX(Time), COUNT(ReplyToPostId) FROM Posts WHERE MemberId = $1",
            row => (row.GetInt32(0), Time(row.Number(1)), Time(row.Number(2)), row.GetInt32(3)),
            member).Single();
        var got = workspace.Connection.Query(
            "SELECT COUNT(*) FROM Posts AS Reply JOIN Posts ON Posts.Id = Reply.ReplyToPostId WHERE Posts.MemberId = $1 AND Reply.MemberId <> $1", row => row.GetInt32(0), member).Single();
        var latest = workspace.Connection.Query(
            $"SELECT Id FROM Posts WHERE MemberId = $1 AND Prose <> '' ORDER BY Time DESC NULLS LAST, Id DESC LIMIT {LatestPosts}", row => row.GetInt64(0), member).ToArray();
        return new MemberCard(member, source, posts, first, last, given, got, Languages(member), Topics(member), Segments(member), Quotes.Read(workspace, latest))
        {
            Readings = AnnotatedPosts.Summary(workspace, 1, "MemberId = $1", member),
        };
    }

    private Share[] Languages(long member) => [.. workspace.Connection.Query(
        "SELECT COALESCE(Language, 'unknown'), COUNT(*) FROM Posts WHERE MemberId = $1 GROUP BY 1 ORDER BY 2 DESC, 1", row => new Share(row.GetString(0), row.GetInt32(1)), member)];

    private SearchTopic[] Topics(long member) => [.. workspace.Connection.Query(
        """
        SELECT Topics.Id, Topics.Name, COUNT(*)
        FROM Posts JOIN PostTopics ON PostTopics.PostId = Posts.Id AND PostTopics.RunId = $2
            JOIN Topics ON Topics.RunId = PostTopics.RunId AND Topics.Id = PostTopics.TopicId
        WHERE Posts.MemberId = $1 GROUP BY Topics.Id, Topics.Name ORDER BY COUNT(*) DESC, Topics.Id
        """,
        row => new SearchTopic(row.GetString(0), row.GetString(1), row.GetInt32(2)),
        member,
        _run)];

    private MemberSegment[] Segments(long member) => [.. workspace.Connection.Query(
        """
        SELECT Segments.Id, Segments.Name, Memberships.Weight, Memberships.State
        FROM Memberships JOIN Segments ON Segments.RunId = Memberships.RunId AND Segments.Id = Memberships.SegmentId
        WHERE Memberships.MemberId = $1 AND Memberships.RunId = $2 ORDER BY Memberships.Weight DESC, Segments.Id
        """,
        row => new MemberSegment(row.GetString(0), row.GetString(1), Math.Round(row.GetDouble(2), 3), row.GetString(3)),
        member,
        _run)];

    private static DateTimeOffset? Time(long? milliseconds) => milliseconds is { } value ? DateTimeOffset.FromUnixTimeMilliseconds(value) : null;
}
