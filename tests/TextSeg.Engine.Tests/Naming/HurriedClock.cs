namespace TextSeg.Engine.Tests.Naming;

/// <summary>A clock that runs a hundred times as fast, so that waits are short in tests; keeps how long each wait was to be.</summary>
internal sealed class HurriedClock : TimeProvider
{
    private const int Times = 100;

    public List<TimeSpan> Waits { get; } = [];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        lock (Waits)
        {
            Waits.Add(dueTime);
        }

        return base.CreateTimer(callback, state, dueTime < TimeSpan.Zero ? dueTime : dueTime / Times, period < TimeSpan.Zero ? period : period / Times);
    }
}
