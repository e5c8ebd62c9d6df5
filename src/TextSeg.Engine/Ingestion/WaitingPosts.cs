using TextSeg.Engine.Storage;

namespace TextSeg.Engine.Ingestion;

/// <summary>The posts that are new or changed and have not been through all batch stages: a look at them costs nothing where there are none.</summary>
internal sealed class WaitingPosts(Workspace workspace)
{
    /// <summary>The posts that came first.</summary>
    /// <param name="most">Posts wanted at most.</param>
    public long[] Next(int most) => [.. workspace.Connection.Query("SELECT PostId FROM Waiting ORDER BY PostId LIMIT $1", row => row.GetInt64(0), most)];

    /// <summary>Notes that these have been through all stages.</summary>
    public void Remove(IReadOnlyList<long> posts)
    {
        using var remove = workspace.Connection.Prepare($"DELETE FROM Waiting WHERE PostId IN ({workspace.Connection.Provider.NumbersIn("$1")})", 1);
        remove.Bind(SqlList.Of(posts)).ExecuteNonQuery();
    }

    /// <summary>After a run was published, within its transaction: posts that it found wait no longer, posts that came too late for it wait for a place in it.</summary>
    /// <param name="run">The run.</param>
    public void Renew(long run)
    {
        using var done = workspace.Connection.Prepare(
            """
            DELETE FROM Waiting WHERE PostId IN (SELECT Id FROM Posts WHERE Prose IS NOT NULL AND NeedsVector = 0 AND Language IS NOT NULL)
                AND PostId IN (SELECT PostId FROM PostTopics WHERE RunId = $1)
            """,
            1);
        done.Bind(run).ExecuteNonQuery();
        using var late = workspace.Connection.Prepare(
            "INSERT INTO Waiting (PostId, Since) SELECT Id, 0 FROM Posts WHERE Prose <> '' AND NOT EXISTS (SELECT 1 FROM PostTopics WHERE RunId = $1 AND PostId = Id) ON CONFLICT (PostId) DO NOTHING", 1);
        late.Bind(run).ExecuteNonQuery();
    }
}
