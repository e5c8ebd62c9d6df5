namespace TextSeg.Testing;

/// <summary>A clock that stands still until it is moved.</summary>
public sealed class HandClock : TimeProvider
{
    private DateTimeOffset _now = new(2024, 6, 1, 12, 0, 0, TimeSpan.Zero);

    public void Pass(TimeSpan time) => _now += time;

    public override DateTimeOffset GetUtcNow() => _now;

    public override long GetTimestamp() => _now.Ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;
}
