namespace TextSeg.Engine.Tests;

/// <summary>A clock that stands still.</summary>
internal sealed class FixedClock(int year = 2024) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => new(year, 6, 1, 12, 0, 0, TimeSpan.Zero);
}
