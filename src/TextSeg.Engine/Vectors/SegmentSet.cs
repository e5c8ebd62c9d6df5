namespace TextSeg.Engine.Vectors;

/// <summary>The open segments of one manifest. Readers hold the lock while they use them, so none is closed under their hands.</summary>
internal sealed class SegmentSet(StoreFolder folder) : IDisposable
{
    private readonly ReaderWriterLockSlim _lock = new();
    private Dictionary<long, Segment> _open = [];

    /// <summary>What is visible.</summary>
    public StoreManifest? Manifest { get; private set; }

    /// <summary>Makes another state visible: opens what is new, then closes what is gone. Nothing changes if that fails.</summary>
    public void Show(StoreManifest manifest)
    {
        var fresh = new Dictionary<long, Segment>();
        try
        {
            foreach (var entry in manifest.Segments.Where(entry => !_open.ContainsKey(entry.Number)))
            {
                fresh.Add(entry.Number, Segment.Open(folder.SegmentPath(entry.Number), entry, manifest.ModelId, manifest.Dimension));
            }
        }
        catch
        {
            Close(fresh.Values);
            throw;
        }

        _lock.EnterWriteLock();
        try
        {
            var kept = manifest.Segments.ToDictionary(entry => entry.Number, entry => fresh.GetValueOrDefault(entry.Number) ?? _open[entry.Number]);
            Close(_open.Where(pair => !kept.ContainsKey(pair.Key)).Select(pair => pair.Value));
            (_open, Manifest) = (kept, manifest);
        }
        finally
        {
            _lock.ExitWriteLock();
        }
    }

    /// <summary>Reads from one whole state.</summary>
    public T Read<T>(Func<IReadOnlyList<(SegmentEntry Entry, Segment Segment)>, T> read)
    {
        _lock.EnterReadLock();
        try
        {
            return read([.. Manifest!.Segments.Select(entry => (entry, _open[entry.Number]))]);
        }
        finally
        {
            _lock.ExitReadLock();
        }
    }

    /// <summary>Waits for readers.</summary>
    public void Dispose()
    {
        _lock.EnterWriteLock();
        Close(_open.Values);
        _open = [];
        _lock.ExitWriteLock();
        _lock.Dispose();
    }

    private static void Close(IEnumerable<Segment> segments)
    {
        foreach (var segment in segments)
        {
            segment.Dispose();
        }
    }
}
