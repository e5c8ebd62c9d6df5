using TextSeg.Engine.Storage;

namespace TextSeg.Engine.MemberRights;

/// <summary>The posts of a source that were written before a time, what its members did elsewhere before it, and the members of whom nothing else is left.</summary>
/// <param name="workspace">The workspace.</param>
/// <param name="source">Name of the source.</param>
/// <param name="before">The time.</param>
internal sealed class OldPosts(Workspace workspace, string source, DateTimeOffset before)
{
    private const string Emptied =
        """
        Source = $1 AND (EXISTS (SELECT 1 FROM Posts WHERE MemberId = Members.Id AND Source = $1 AND Time < $2)
            OR EXISTS (SELECT 1 FROM MemberEvents WHERE MemberId = Members.Id AND Source = $1 AND Time < $2))
            AND NOT EXISTS (SELECT 1 FROM Posts WHERE MemberId = Members.Id AND (Time IS NULL OR Time >= $2 OR Source <> $1))
            AND NOT EXISTS (SELECT 1 FROM MemberEvents WHERE MemberId = Members.Id AND (Time >= $2 OR Source <> $1))
        """;

    private readonly object[] _values = [source, before.ToUnixTimeMilliseconds()];

    /// <summary>Their numbers.</summary>
    public long[] Posts() => [.. workspace.Connection.Query("SELECT Id FROM Posts WHERE Source = $1 AND Time < $2 ORDER BY Id", row => row.GetInt64(0), _values)];

    /// <summary>How many events.</summary>
    public long Events() => workspace.Connection.Query("SELECT COUNT(*) FROM MemberEvents WHERE Source = $1 AND Time < $2", row => row.GetInt64(0), _values).Single();

    /// <summary>Takes the events out, within the open transaction.</summary>
    public int DeleteEvents()
    {
        using var command = workspace.Connection.Prepare("DELETE FROM MemberEvents WHERE Source = $1 AND Time < $2", 2);
        return command.Bind(_values).ExecuteNonQuery();
    }

    /// <summary>Members of whom nothing would stay, with what they are called.</summary>
    public (long Id, string[] Names)[] EmptiedMembers() => [.. workspace.Connection.Query(
        $"SELECT Id, COALESCE(Name, ''), ExternalId FROM Members WHERE {Emptied} ORDER BY Id", row => (row.GetInt64(0), (string[])[row.GetString(1), row.GetString(2)]), _values)];

    /// <summary>How much there is.</summary>
    public RetentionPreview Preview()
    {
        var (posts, members) = workspace.Connection.Query(
            "SELECT COUNT(*), COUNT(DISTINCT MemberId) FROM Posts WHERE Source = $1 AND Time < $2", row => (row.GetInt64(0), row.GetInt64(1)), _values).Single();
        var emptied = workspace.Connection.Query($"SELECT COUNT(*) FROM Members WHERE {Emptied}", row => row.GetInt64(0), _values).Single();
        var timeless = workspace.Connection.Query("SELECT COUNT(*) FROM Posts WHERE Source = $1 AND Time IS NULL", row => row.GetInt64(0), source).Single();
        return new RetentionPreview(before, posts, members, emptied, timeless, Events());
    }
}
