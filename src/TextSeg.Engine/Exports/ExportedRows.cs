using System.Data.Common;
using TextSeg.Engine.Disclosure;
using TextSeg.Engine.Profiles;
using TextSeg.Engine.Queries;
using TextSeg.Engine.Storage;
using TextSeg.Mining.Profiles;

namespace TextSeg.Engine.Exports;

/// <summary>A table to take away: names of its columns, and its rows while they are read.</summary>
public sealed record ExportTable(IReadOnlyList<string> Columns, IEnumerable<IReadOnlyList<object?>> Rows);

/// <summary>The tables of a workspace that can be taken away. Groups of too few members are left out, as everywhere.</summary>
/// <param name="workspace">The workspace; to be kept open until the rows are read.</param>
/// <param name="minimum">Members that a group must have.</param>
public sealed class ExportedRows(Workspace workspace, int minimum)
{
    private const int PartPosts = 1_000;

    /// <summary>Topics with their key phrases.</summary>
    public ExportTable Topics() => new(
        ["id", "parent", "level", "name", "posts", "members", "stability", "key_phrases"],
        new DisclosedTopics(workspace, minimum).All().Select(topic => (object?[])[topic.Id, topic.Parent, topic.Level, topic.Name, topic.Posts, topic.Members, topic.Stability, topic.KeyPhrases]));

    /// <summary>Segments with their descriptions.</summary>
    public ExportTable Segments() => new(
        ["id", "parent", "name", "description", "members", "stability"],
        new DisclosedSegments(workspace, minimum).All().Select(segment => (object?[])[segment.Id, segment.Parent, segment.Name, segment.Description, segment.Members, segment.Stability]));

    /// <summary>The members of one segment, as the source knows them: an audience for a mailing or an invitation.</summary>
    /// <exception cref="JobException">There is no such segment, or it has too few members.</exception>
    /// <param name="segment">The segment.</param>
    /// <param name="agreed">Only these members; null for all.</param>
    public ExportTable Audience(string segment, IReadOnlySet<(string Source, string Member)>? agreed = null)
    {
        new DisclosedSegments(workspace, minimum).Get(segment);
        return new ExportTable(["source", "member", "weight", "state"], workspace.Connection.Query(
            """
            SELECT Members.Source, Members.ExternalId, Memberships.Weight, Memberships.State
            FROM Memberships JOIN Members ON Members.Id = Memberships.MemberId
            WHERE Memberships.RunId = $1 AND Memberships.SegmentId = $2 AND Memberships.IsOwn = 1 ORDER BY Members.Source, Members.ExternalId
            """,
            row => (object?[])[row.GetString(0), row.GetString(1), Math.Round(row.GetDouble(2), 4), row.GetString(3)],
            CurrentRun.RequiredId(workspace),
            segment).Where(row => agreed is null || agreed.Contains(((string)row[0]!, (string)row[1]!))));
    }

    /// <summary>Posts with what was read in them: masked words, no names.</summary>
    /// <exception cref="JobException">The filter leaves posts of too few members.</exception>
    public ExportTable Posts(SearchFilter filter)
    {
        FilterSize.Require(workspace, filter, minimum);
        return new ExportTable(["source", "id", "member", "time", "language", "topic", "labels", "text"], PostRows(filter));
    }

    // A part at a time, each read to its end: PostgreSQL answers one query at a time, and labels of a thousand posts are one query.
    private IEnumerable<IReadOnlyList<object?>> PostRows(SearchFilter filter)
    {
        var run = CurrentRun.RequiredId(workspace);
        var topics = new DisclosedTopics(workspace, minimum);
        var sql = new FilterSql(workspace, filter, run, 0L);
        for (var values = sql.Values; ;)
        {
            var posts = workspace.Connection.Query(
                $"""
                SELECT Posts.Id, Posts.Source, Posts.ExternalId, Posts.MemberId, Posts.Time, Posts.Language, PostTopics.TopicId, Posts.Prose
                FROM Posts LEFT JOIN PostTopics ON PostTopics.PostId = Posts.Id AND PostTopics.RunId = {run}
                WHERE Posts.Id > $1 AND Posts.Prose <> '' AND {sql.Where} ORDER BY Posts.Id LIMIT {PartPosts}
                """,
                ExportedPost.Of,
                values).ToArray();
            if (posts.Length == 0)
            {
                yield break;
            }

            var readings = AnnotatedPosts.Read(workspace, $"Id IN ({workspace.Connection.Provider.NumbersIn("$1")})", SqlList.Of(posts.Select(post => post.Id))).ToDictionary(pair => pair.Post, pair => pair.Reading);
            foreach (var post in posts)
            {
                var topic = post.Topic is { } id && topics.IsShown(id) ? id : null;
                yield return [post.Source, post.ExternalId, post.Member, post.Time, post.Language, topic, ReadingLabels.Of(readings.GetValueOrDefault(post.Id, PostReading.None)), post.Text];
            }

            values[0] = posts[^1].Id;
        }
    }

    private sealed record ExportedPost(long Id, string Source, string ExternalId, long? Member, DateTimeOffset? Time, string? Language, string? Topic, string? Text)
    {
        public static ExportedPost Of(DbDataReader row) => new(
            row.GetInt64(0), row.GetString(1), row.GetString(2), row.Number(3), row.Number(4) is { } time ? DateTimeOffset.FromUnixTimeMilliseconds(time) : null, row.Text(5), row.Text(6), row.Text(7));
    }
}
