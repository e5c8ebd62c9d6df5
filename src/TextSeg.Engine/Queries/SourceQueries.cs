using TextSeg.Engine.Storage;

namespace TextSeg.Engine.Queries;

/// <summary>A source that posts came from.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Posts">Posts of it.</param>
/// <param name="First">The first post's time.</param>
/// <param name="Last">The last post's time.</param>
/// <param name="Rejected">Records of the last reading that could not be taken.</param>
public sealed record SourceSummary(string Name, long Posts, DateTimeOffset? First, DateTimeOffset? Last, long Rejected);

/// <summary>A record that could not be taken.</summary>
public sealed record RejectedRecord(long Line, string Reason);

/// <summary>Where posts came from, and what could not be taken.</summary>
public sealed class SourceQueries(Workspace workspace)
{
    /// <summary>All sources by name.</summary>
    public IReadOnlyList<SourceSummary> All()
    {
        var rejected = workspace.Connection.Query("SELECT Source, COUNT(*) FROM RejectedRows GROUP BY Source", row => (row.GetString(0), row.GetInt64(1))).ToDictionary();
        var known = workspace.Connection.Query(
            "SELECT Source, COUNT(*), MIN(Time), MAX(Time) FROM Posts GROUP BY Source",
            row => new SourceSummary(row.GetString(0), row.GetInt64(1), Time(row.Number(2)), Time(row.Number(3)), rejected.GetValueOrDefault(row.GetString(0)))).ToArray();
        var empty = rejected.Keys.Except(known.Select(source => source.Name)).Select(name => new SourceSummary(name, 0, null, null, rejected[name]));
        return [.. known.Concat(empty).OrderBy(source => source.Name, StringComparer.Ordinal)];
    }

    /// <summary>Records of a source that could not be taken, by line.</summary>
    public IReadOnlyList<RejectedRecord> Rejected(string source, long after, int limit) => [.. workspace.Connection.Query(
        "SELECT Line, Reason FROM RejectedRows WHERE Source = $1 AND Line > $2 ORDER BY Line LIMIT $3", row => new RejectedRecord(row.GetInt64(0), row.GetString(1)), source, after, limit)];

    private static DateTimeOffset? Time(long? milliseconds) => milliseconds is { } value ? DateTimeOffset.FromUnixTimeMilliseconds(value) : null;
}
