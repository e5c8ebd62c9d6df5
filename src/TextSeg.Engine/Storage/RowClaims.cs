namespace TextSeg.Engine.Storage;

/// <summary>
/// Rows of work that one of several workers claims until a time; a claim that a killed process left ends by itself, and only its holder may write results (leases: Gray and Cheriton 1989).
/// To be called by whoever has the right to write.
/// </summary>
/// <param name="workspace">The workspace.</param>
/// <param name="table">A table with columns ClaimedBy and ClaimedUntil.</param>
/// <param name="key">The column that names the row.</param>
internal sealed class RowClaims(Workspace workspace, string table, string key)
{
    /// <summary>How long a claim lasts that is not prolonged.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromSeconds(20);

    private const string IsFree = "(ClaimedUntil IS NULL OR ClaimedUntil <= $1)";

    /// <summary>Whether there are rows that nobody has claimed. Only reads.</summary>
    public bool AnyFree(DateTimeOffset now) => workspace.Connection.Any($"SELECT 1 FROM {table} WHERE {IsFree}", now.ToUnixTimeMilliseconds());

    /// <summary>When a claim ends that is made or prolonged now.</summary>
    public static long Until(DateTimeOffset now) => (now + Lasts).ToUnixTimeMilliseconds();

    /// <summary>Claims the free rows that come first.</summary>
    /// <param name="owner">Who claims; another one each time.</param>
    /// <param name="now">The time.</param>
    /// <param name="most">Rows wanted at most.</param>
    /// <param name="last">The last row to look at.</param>
    public long[] Claim(string owner, DateTimeOffset now, int most, long last = long.MaxValue) => [.. workspace.Connection.Query(
        $"""
        UPDATE {table} SET ClaimedBy = $2, ClaimedUntil = $3
        WHERE {key} IN (SELECT {key} FROM {table} WHERE {IsFree} AND {key} <= $4 ORDER BY {key} LIMIT $5) RETURNING {key}
        """,
        row => row.GetInt64(0),
        now.ToUnixTimeMilliseconds(), owner, Until(now), last, most).Order()];

    /// <summary>Prolongs a claim.</summary>
    public void Prolong(string owner, DateTimeOffset now) => Run($"UPDATE {table} SET ClaimedUntil = $2 WHERE ClaimedBy = $1", owner, Until(now));

    /// <summary>Gives back what is left of a claim: others may take it at once.</summary>
    public void GiveBack(string owner) => Run($"UPDATE {table} SET ClaimedBy = NULL, ClaimedUntil = NULL WHERE ClaimedBy = $1", owner);

    /// <summary>Ends the claims of all: where one process alone can write, those that there are were left by killed ones.</summary>
    public void GiveBackAll() => Run($"UPDATE {table} SET ClaimedBy = NULL, ClaimedUntil = NULL WHERE ClaimedBy IS NOT NULL");

    /// <summary>The rows of a claim that are still its own.</summary>
    public HashSet<long> HeldBy(string owner) => [.. workspace.Connection.Query($"SELECT {key} FROM {table} WHERE ClaimedBy = $1", row => row.GetInt64(0), owner)];

    /// <summary>Notes that these are done.</summary>
    public void Remove(IEnumerable<long> rows) => Run($"DELETE FROM {table} WHERE {key} IN ({workspace.Connection.Provider.NumbersIn("$1")})", SqlList.Of(rows));

    private void Run(string sql, params object?[] values)
    {
        using var command = workspace.Connection.Prepare(sql, values.Length);
        command.Bind(values).ExecuteNonQuery();
    }
}
