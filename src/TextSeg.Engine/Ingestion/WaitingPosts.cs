using TextSeg.Engine.Storage;

namespace TextSeg.Engine.Ingestion;

/// <summary>
/// The posts that are new or changed and have not been through all batch stages: a look at them costs nothing where there are none. Whoever carries some of them claims them until a time;
/// a claim that a killed process left ends by itself, and only its holder may write results (leases: Gray and Cheriton 1989). To be called by whoever has the right to write.
/// </summary>
internal sealed class WaitingPosts(Workspace workspace)
{
    /// <summary>How long a claim lasts that is not prolonged.</summary>
    public static readonly TimeSpan ClaimLasts = TimeSpan.FromSeconds(20);

    private const string IsFree = "(ClaimedUntil IS NULL OR ClaimedUntil <= $1)";

    /// <summary>Whether posts wait that nobody has claimed.</summary>
    public static bool AnyFree(Workspace view, DateTimeOffset now) => view.Connection.Any($"SELECT 1 FROM Waiting WHERE {IsFree}", now.ToUnixTimeMilliseconds());

    /// <summary>Whether posts up to a number wait, claimed or not.</summary>
    public bool AnyUpTo(long lastPost) => workspace.Connection.Any("SELECT 1 FROM Waiting WHERE PostId <= $1", lastPost);

    /// <summary>Claims the free posts that came first.</summary>
    /// <param name="owner">Who claims; another one each time.</param>
    /// <param name="now">The time.</param>
    /// <param name="most">Posts wanted at most.</param>
    /// <param name="lastPost">The last post to look at.</param>
    public long[] Claim(string owner, DateTimeOffset now, int most, long lastPost) => [.. workspace.Connection.Query(
        $"""
        UPDATE Waiting SET ClaimedBy = $2, ClaimedUntil = $3
        WHERE PostId IN (SELECT PostId FROM Waiting WHERE {IsFree} AND PostId <= $4 ORDER BY PostId LIMIT $5) RETURNING PostId
        """,
        row => row.GetInt64(0),
        now.ToUnixTimeMilliseconds(), owner, Until(now), lastPost, most).Order()];

    /// <summary>Claims certain posts, which wait from now on if they did not; those that another holds are left out.</summary>
    public long[] Claim(string owner, DateTimeOffset now, IReadOnlyList<long> posts) => [.. workspace.Connection.Query(
        $"""
        INSERT INTO Waiting (PostId, Since, ClaimedBy, ClaimedUntil)
        SELECT Id, $1, $2, $3 FROM Posts WHERE Id IN ({workspace.Connection.Provider.NumbersIn("$4")})
        ON CONFLICT (PostId) DO UPDATE SET ClaimedBy = $2, ClaimedUntil = $3 WHERE Waiting.ClaimedUntil IS NULL OR Waiting.ClaimedUntil <= $1 RETURNING PostId
        """,
        row => row.GetInt64(0),
        now.ToUnixTimeMilliseconds(), owner, Until(now), SqlList.Of(posts)).Order()];

    /// <summary>Prolongs a claim.</summary>
    public void Prolong(string owner, DateTimeOffset now) => Run("UPDATE Waiting SET ClaimedUntil = $2 WHERE ClaimedBy = $1", owner, Until(now));

    /// <summary>Gives back what is left of a claim: others may take it at once.</summary>
    public void GiveBack(string owner) => Run("UPDATE Waiting SET ClaimedBy = NULL, ClaimedUntil = NULL WHERE ClaimedBy = $1", owner);

    /// <summary>Ends the claims of all: where one process alone can write, those that there are were left by killed ones.</summary>
    public void GiveBackAll() => Run("UPDATE Waiting SET ClaimedBy = NULL, ClaimedUntil = NULL WHERE ClaimedBy IS NOT NULL");

    /// <summary>The posts of a claim that are still its own.</summary>
    public HashSet<long> HeldBy(string owner) => [.. workspace.Connection.Query("SELECT PostId FROM Waiting WHERE ClaimedBy = $1", row => row.GetInt64(0), owner)];

    /// <summary>Lets posts wait that do not have all their results.</summary>
    public void Add(IReadOnlyList<long> posts, DateTimeOffset now) => Run(
        $"INSERT INTO Waiting (PostId, Since) SELECT Id, $1 FROM Posts WHERE Id IN ({workspace.Connection.Provider.NumbersIn("$2")}) ON CONFLICT (PostId) DO NOTHING", now.ToUnixTimeMilliseconds(), SqlList.Of(posts));

    /// <summary>Notes that these have been through all stages.</summary>
    public void Remove(IEnumerable<long> posts) => Run($"DELETE FROM Waiting WHERE PostId IN ({workspace.Connection.Provider.NumbersIn("$1")})", SqlList.Of(posts));

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

    private static long Until(DateTimeOffset now) => (now + ClaimLasts).ToUnixTimeMilliseconds();

    private void Run(string sql, params object?[] values)
    {
        using var command = workspace.Connection.Prepare(sql, values.Length);
        command.Bind(values).ExecuteNonQuery();
    }
}
