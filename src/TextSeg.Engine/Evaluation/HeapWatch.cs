namespace TextSeg.Engine.Evaluation;

/// <summary>Watches how far the managed heap grows while something runs: looks at it every 20 milliseconds, garbage that was not yet collected included.</summary>
internal sealed class HeapWatch : IDisposable
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(20);

    private readonly long _before;
    private readonly ITimer _timer;
    private long _highest;

    /// <summary>Starts to watch; what earlier work left behind is given back first.</summary>
    public HeapWatch(TimeProvider clock)
    {
        StageMemory.Release();
        _highest = _before = GC.GetTotalMemory(forceFullCollection: false);
        _timer = clock.CreateTimer(_ => Look(), null, Step, Step);
    }

    /// <summary>The highest growth so far, in megabytes of 1,048,576 bytes.</summary>
    public double Megabytes()
    {
        Look();
        return (Interlocked.Read(ref _highest) - _before) / 1048576.0;
    }

    /// <inheritdoc/>
    public void Dispose() => _timer.Dispose();

    private void Look()
    {
        var now = GC.GetTotalMemory(forceFullCollection: false);
        var known = Interlocked.Read(ref _highest);
        while (now > known && Interlocked.CompareExchange(ref _highest, now, known) is var found && found != known)
        {
            known = found;
        }
    }
}
