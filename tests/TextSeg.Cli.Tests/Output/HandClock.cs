namespace TextSeg.Cli.Tests.Output;

/// <summary>A clock that is moved by hand.</summary>
internal sealed class HandClock : TimeProvider
{
    private long _ticks;

    public void Pass(int seconds) => _ticks += seconds * TimestampFrequency;

    public override long GetTimestamp() => _ticks;
}
