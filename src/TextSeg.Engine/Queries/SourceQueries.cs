using TextSeg.Engine.Importing;
using TextSeg.Engine.Ingestion;
using TextSeg.Engine.Sources.Health;
using TextSeg.Engine.Storage;

namespace TextSeg.Engine.Queries;

/// <summary>A source that posts came from.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Posts">Posts of it.</param>
/// <param name="First">The first post's time.</param>
/// <param name="Last">The last post's time.</param>
/// <param name="Rejected">Records of the last reading that could not be taken.</param>
/// <param name="Health">How it is, by when and what came from it.</param>
public sealed record SourceSummary(string Name, long Posts, DateTimeOffset? First, DateTimeOffset? Last, long Rejected, SourceHealth Health);

/// <summary>A record that could not be taken.</summary>
public sealed record RejectedRecord(long Line, string Reason);

/// <summary>Where posts came from, how these sources are, and what could not be taken.</summary>
/// <param name="workspace">The workspace.</param>
/// <param name="clock">Tells how long a source is silent.</param>
public sealed class SourceQueries(Workspace workspace, TimeProvider clock)
{
    /// <summary>All sources by name.</summary>
    public IReadOnlyList<SourceSummary> All()
    {
        var rejected = workspace.Connection.Query($"SELECT Source, COUNT(*) FROM RejectedRows WHERE Source NOT LIKE '{ImportRecords.Prefix}%' GROUP BY Source", row => (row.GetString(0), row.GetInt64(1))).ToDictionary();
        var posts = workspace.Connection.Query(
            "SELECT Source, COUNT(*), MIN(Time), MAX(Time) FROM Posts GROUP BY Source",
            row => (Name: row.GetString(0), Posts: row.GetInt64(1), First: Time(row.Number(2)), Last: Time(row.Number(3)))).ToDictionary(source => source.Name);
        var health = Health();
        return
        [
            .. posts.Keys.Union(rejected.Keys).Order(StringComparer.Ordinal).Select(name =>
            {
                var known = posts.GetValueOrDefault(name);
                return new SourceSummary(name, known.Posts, known.First, known.Last, rejected.GetValueOrDefault(name), health.GetValueOrDefault(name) ?? new SourceHealth(SourceState.Unknown, null, null));
            }),
        ];
    }

    /// <summary>How sources are, by name, for those of which something came lately.</summary>
    public IReadOnlyDictionary<string, SourceHealth> Health()
    {
        var now = ArrivalWriter.HourOf(clock.GetUtcNow());
        return workspace.Connection.Query(
            "SELECT Source, Hour, Posts, Rejected FROM Arrivals ORDER BY Source, Hour", row => (Source: row.GetString(0), Arrival: new Arrival(row.GetInt64(1), row.GetInt64(2), row.GetInt64(3))))
            .GroupBy(row => row.Source, row => row.Arrival).ToDictionary(group => group.Key, group => SourceHealth.Of([.. group], now));
    }

    /// <summary>Records of a source that could not be taken, by line.</summary>
    public IReadOnlyList<RejectedRecord> Rejected(string source, long after, int limit) => [.. workspace.Connection.Query(
        "SELECT Line, Reason FROM RejectedRows WHERE Source = $1 AND Line > $2 ORDER BY Line LIMIT $3", row => new RejectedRecord(row.GetInt64(0), row.GetString(1)), source, after, limit)];

    private static DateTimeOffset? Time(long? milliseconds) => milliseconds is { } value ? DateTimeOffset.FromUnixTimeMilliseconds(value) : null;
}
