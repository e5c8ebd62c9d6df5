namespace TextSeg.Engine.Sources.Times;

/// <summary>Times at which a post can have been written: from 1990 to two days from now (clocks differ).</summary>
internal sealed class TimeWindow(TimeProvider clock)
{
    private static readonly DateTimeOffset Earliest = new(1990, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly DateTimeOffset _latest = clock.GetUtcNow().AddDays(2);

    public bool Contains(DateTimeOffset time) => time >= Earliest && time <= _latest;
}
