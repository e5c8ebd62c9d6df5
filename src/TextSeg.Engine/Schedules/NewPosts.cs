using TextSeg.Engine.Queries;
using TextSeg.Engine.Storage;
using TextSeg.Engine.Topics.Placement;

namespace TextSeg.Engine.Schedules;

/// <summary>Posts that came after the last run. Numbers of posts rise, so the newest post that a run found tells.</summary>
/// <param name="Count">How many.</param>
/// <param name="Newest">The number of the newest post; 0 where there is none.</param>
internal readonly record struct NewPosts(long Count, long Newest)
{
    /// <param name="workspace">The workspace.</param>
    /// <param name="after">Count only posts with greater numbers, even where no run knows the others.</param>
    public static NewPosts Read(Workspace workspace, long after)
    {
        var run = CurrentRun.TryRead(workspace)?.Id ?? 0;
        var found = workspace.Connection.Query(
            "SELECT PostId FROM PostTopics WHERE RunId = $1 AND State <> $2 ORDER BY PostId DESC LIMIT 1", row => row.GetInt64(0), run, PlacedPost.State).FirstOrDefault();
        return workspace.Connection.Query(
            "SELECT COUNT(*), COALESCE(MAX(Id), $1) FROM Posts WHERE Id > $1", row => new NewPosts(row.GetInt64(0), row.GetInt64(1)), Math.Max(after, found)).Single();
    }
}
