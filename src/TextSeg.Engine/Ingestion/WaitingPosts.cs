using TextSeg.Engine.Storage;

namespace TextSeg.Engine.Ingestion;

/// <summary>The posts that are new or changed and have not been through all batch stages: a look at them costs nothing where there are none. Whoever carries some of them claims them.</summary>
internal sealed class WaitingPosts(Workspace workspace)
{
    /// <summary>Who carries which of them.</summary>
    public RowClaims Claims { get; } = new(workspace, "Waiting", "PostId");

    /// <summary>Whether posts up to a number wait, claimed or not.</summary>
    public bool AnyUpTo(long lastPost) => workspace.Connection.Any("SELECT 1 FROM Waiting WHERE PostId <= $1", lastPost);

    /// <summary>Claims certain posts, which wait from now on if they did not; those that another holds are left out.</summary>
    public long[] Claim(string owner, DateTimeOffset now, IReadOnlyList<long> posts) => [.. workspace.Connection.Query(
        $"""
        INSERT INTO Waiting (PostId, Since, ClaimedBy, ClaimedUntil)
        SELECT Id, $1, $2, $3 FROM Posts WHERE Id IN ({workspace.Connection.Provider.NumbersIn("$4")})
        ON CONFLICT (PostId) DO UPDATE SET ClaimedBy = $2, ClaimedUntil = $3 WHERE Waiting.ClaimedUntil IS NULL OR Waiting.ClaimedUntil <= $1 RETURNING PostId
        """,
        row => row.GetInt64(0),
        now.ToUnixTimeMilliseconds(), owner, RowClaims.Until(now), SqlList.Of(posts)).Order()];

    /// <summary>Lets posts wait that do not have all their results.</summary>
    public void Add(IReadOnlyList<long> posts, DateTimeOffset now) => Run(
        $"INSERT INTO Waiting (PostId, Since) SELECT Id, $1 FROM Posts WHERE Id IN ({workspace.Connection.Provider.NumbersIn("$2")}) ON CONFLICT (PostId) DO NOTHING", now.ToUnixTimeMilliseconds(), SqlList.Of(posts));

    /// <summary>After a run was published, within its transaction: posts that it found wait no longer, posts that came too late for it wait for a place in it.</summary>
    /// <param name="run">The run.</param>
    public void Renew(long run)
    {
        Run(
            """
            DELETE FROM Waiting WHERE PostId IN (SELECT Id FROM Posts WHERE Prose IS NOT NULL AND NeedsVector = 0 AND Language IS NOT NULL)
                AND PostId IN (SELECT PostId FROM PostTopics WHERE RunId = $1)
            """,
            run);
        Run(
            "INSERT INTO Waiting (PostId, Since) SELECT Id, 0 FROM Posts WHERE Prose <> '' AND NOT EXISTS (SELECT 1 FROM PostTopics WHERE RunId = $1 AND PostId = Id) ON CONFLICT (PostId) DO NOTHING",
            run);
    }

    private void Run(string sql, params object?[] values)
    {
        using var command = workspace.Connection.Prepare(sql, values.Length);
        command.Bind(values).ExecuteNonQuery();
    }
}
