using System.Data.Common;
using TextSeg.Engine.Sources.Health;
using TextSeg.Engine.Storage;

namespace TextSeg.Engine.Ingestion;

/// <summary>Counts what comes from sources by hour, within the transaction that stores it.</summary>
internal sealed class ArrivalWriter(DbConnection connection, TimeProvider clock) : IDisposable
{
    private const int MillisecondsOfHour = 3_600_000;

    private readonly DbCommand _add = connection.Prepare(
        """
        INSERT INTO Arrivals (Source, Hour, Posts, Rejected) VALUES ($1, $2, $3, $4)
        ON CONFLICT (Source, Hour) DO UPDATE SET Posts = Arrivals.Posts + excluded.Posts, Rejected = Arrivals.Rejected + excluded.Rejected
        """,
        4);

    private readonly DbCommand _forget = connection.Prepare("DELETE FROM Arrivals WHERE Source = $1 AND Hour < $2", 2);

    /// <summary>The hour of a time, counted from 1970 in UTC.</summary>
    public static long HourOf(DateTimeOffset time) => time.ToUnixTimeMilliseconds() / MillisecondsOfHour;

    /// <summary>Counts, and forgets hours that are too old to tell the rhythm.</summary>
    public void Add(string source, long posts, long rejected)
    {
        if (posts + rejected > 0)
        {
            var hour = HourOf(clock.GetUtcNow());
            _add.Bind(source, hour, posts, rejected).ExecuteNonQuery();
            _forget.Bind(source, hour - SourceHealth.HoursKept).ExecuteNonQuery();
        }
    }

    public void Dispose()
    {
        _add.Dispose();
        _forget.Dispose();
    }
}
