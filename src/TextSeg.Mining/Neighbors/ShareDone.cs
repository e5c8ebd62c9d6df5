namespace TextSeg.Mining.Neighbors;

/// <summary>Tells how much of a known amount of work is done; several threads may add, and what is told never falls.</summary>
internal sealed class ShareDone(IProgress<double>? progress, long total)
{
    private readonly Lock _lock = new();
    private long _done;

    public void Add(long amount)
    {
        if (progress is null)
        {
            return;
        }

        lock (_lock)
        {
            _done += amount;
            progress.Report((double)_done / total);
        }
    }
}
