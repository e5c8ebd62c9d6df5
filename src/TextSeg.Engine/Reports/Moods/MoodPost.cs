using TextSeg.Engine.Profiles;
using TextSeg.Engine.Queries;
using TextSeg.Engine.Storage;
using TextSeg.Mining.Profiles;

namespace TextSeg.Engine.Reports.Moods;

/// <summary>One post of the run with what was read in it.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Topic">Its topic at the reader's level, null where it is in none.</param>
/// <param name="Time">When it was written.</param>
/// <param name="Member">Its author.</param>
/// <param name="Characters">Length of its prose.</param>
/// <param name="Reading">What was read.</param>
internal sealed record MoodPost(long Id, string? Topic, DateTimeOffset? Time, long? Member, int Characters, PostReading Reading)
{
    /// <summary>The posts that were read, by content and not by number: the order in which posts came does not show.</summary>
    public static IReadOnlyList<MoodPost> ReadAll(Workspace workspace, CurrentRun run)
    {
        var readings = AnnotatedPosts.Read(workspace).ToDictionary(pair => pair.Post, pair => pair.Reading);
        return readings.Count == 0 ? [] : [.. workspace.Connection.Query(
            """
            SELECT p.Id, t.TopicId, p.Time, p.MemberId, LENGTH(p.Prose)
            FROM PostTopics t JOIN Posts p ON p.Id = t.PostId WHERE t.RunId = $1 ORDER BY p.ContentHash, p.Source, p.ExternalId
            """,
            row => new MoodPost(
                row.GetInt64(0), row.Text(1), row.Number(2) is { } time ? DateTimeOffset.FromUnixTimeMilliseconds(time) : null, row.Number(3), row.GetInt32(4),
                readings.GetValueOrDefault(row.GetInt64(0), PostReading.None)),
            run.Id)];
    }
}
