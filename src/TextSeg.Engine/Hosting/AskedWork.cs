namespace TextSeg.Engine.Hosting;

/// <summary>Work that many ask for and one does: who asks while it is at work is answered by a further look, so that requests do not queue up. Thread-safe.</summary>
internal sealed class AskedWork
{
    private int _asked;
    private int _seen;

    /// <summary>Asks.</summary>
    /// <returns>Whether the caller is to do the work; false while somebody does it, who then looks once more.</returns>
    public bool Ask() => Interlocked.Increment(ref _asked) == 1;

    /// <summary>Before a look at what there is to do.</summary>
    public void Look() => Volatile.Write(ref _seen, Volatile.Read(ref _asked));

    /// <summary>After all was done that was there at the last look.</summary>
    /// <returns>False where somebody asked since: look again.</returns>
    public bool IsDone() => Interlocked.CompareExchange(ref _asked, 0, _seen) == _seen;

    /// <summary>After a fault: who asks next does the work.</summary>
    public void GiveUp() => Interlocked.Exchange(ref _asked, 0);
}
