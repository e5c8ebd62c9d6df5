using System.Collections.Immutable;
using TextSeg.Mining;

namespace TextSeg.Engine.Vectors;

/// <summary>
/// Vectors in a folder of their own, mapped into memory, searched exactly. One process may write while several read.
/// It grows by segments that never change; a change becomes visible by the renaming of one small file, so a process killed at any moment leaves the state before or after.
/// Space on disk: 5 bytes a number and 20 a vector.
/// </summary>
public sealed class EmbeddedVectorStore : IVectorStore
{
    private const int OpenAttempts = 20;

    /// <summary>Vectors read in a row from which on their memory is given back: those of a large workspace would add up to a gigabyte.</summary>
    private const int RestAfter = 16_384;
    private readonly StoreFolder _folder;
    private readonly FileStream? _writerLock;
    private readonly SegmentSet _segments;
    private readonly Lock _writing = new();
    private readonly Lock _refreshing = new();

    private EmbeddedVectorStore(StoreFolder folder, string modelId, int dimension, FileStream? writerLock)
    {
        _folder = folder;
        _writerLock = writerLock;
        _segments = new SegmentSet(folder);
        ModelId = modelId;
        Dimension = dimension;
    }

    public string ModelId { get; }

    public int Dimension { get; }

    private StoreManifest Manifest => _segments.Manifest!;

    /// <summary>Opens the store in a folder, to read and write; makes it where there is none.</summary>
    /// <exception cref="VectorStoreException">It holds another model's vectors, is being written by another, or is damaged.</exception>
    public static EmbeddedVectorStore Open(string folder, string modelId, int dimension)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dimension, 1);
        var files = new StoreFolder(Path.GetFullPath(folder));
        var store = new EmbeddedVectorStore(files, modelId, dimension, files.LockForWriting());
        try
        {
            if (files.ReadManifest() is null)
            {
                files.WriteManifest(new StoreManifest(0, modelId, dimension, 1, []));
            }

            store.Refresh();
            files.RemoveAllBut(store.Manifest);
            return store;
        }
        catch
        {
            store.Close();
            throw;
        }
    }

    /// <summary>Opens the store in a folder to write, whosever vectors it holds; null where there is none.</summary>
    internal static EmbeddedVectorStore? OpenExisting(string folder) =>
        new StoreFolder(Path.GetFullPath(folder)).ReadManifest() is { } manifest ? Open(folder, manifest.ModelId, manifest.Dimension) : null;

    /// <summary>Opens an existing store to read. It follows what a writer elsewhere publishes.</summary>
    /// <exception cref="VectorStoreException">There is none, it holds another model's vectors, or is damaged.</exception>
    public static EmbeddedVectorStore OpenToRead(string folder, string modelId, int dimension)
    {
        var store = new EmbeddedVectorStore(new StoreFolder(Path.GetFullPath(folder)), modelId, dimension, null);
        try
        {
            store.Refresh();
            return store;
        }
        catch
        {
            store.Close();
            throw;
        }
    }

    /// <summary>Opens an existing store to read, whatever its dimension.</summary>
    /// <exception cref="VectorStoreException">There is none, it holds another model's vectors, or is damaged.</exception>
    public static EmbeddedVectorStore OpenToRead(string folder, string modelId) =>
        OpenToRead(folder, modelId, new StoreFolder(Path.GetFullPath(folder)).ReadManifest()?.Dimension ?? 1);

    /// <summary>Opens an existing store to read, whosever vectors it holds.</summary>
    /// <exception cref="VectorStoreException">There is none, or it is damaged.</exception>
    internal static EmbeddedVectorStore OpenToRead(string folder) => new StoreFolder(Path.GetFullPath(folder)).ReadManifest() is { } manifest
        ? OpenToRead(folder, manifest.ModelId, manifest.Dimension)
        : throw new VectorStoreException($"There are no vectors in {folder}.");

    /// <summary>The ids of all vectors, rising.</summary>
    internal long[] LiveIds()
    {
        Refresh();
        return _segments.Read<long[]>(segments => [.. segments
            .SelectMany(pair => Enumerable.Range(0, pair.Entry.Count).Where(row => !pair.Entry.Deleted[row]).Select(row => pair.Segment.Ids[row])).Order()]);
    }

    public Task UpsertAsync(VectorBatch batch, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        RequireOwn(batch.ModelId, batch.Rows.Dimension);
        var rows = BatchRows.From(batch);
        lock (_writing)
        {
            RequireWriter();
            rows = _segments.Read(rows.Changed);
            if (rows.Ids.Length > 0)
            {
                Publish(WithSegment(Without(Manifest, rows.Ids), rows.Ids, row => rows[row]));
                Tidy(cancellationToken);
            }
        }

        return Task.CompletedTask;
    }

    public Task DeleteAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_writing)
        {
            RequireWriter();
            var without = Without(Manifest, ids);
            if (without.Count != Manifest.Count)
            {
                Publish(without);
                Tidy(cancellationToken);
            }
        }

        return Task.CompletedTask;
    }

    /// <summary>Writes every file anew that still holds deleted vectors, so that their bytes are gone from the disk.</summary>
    public void Compact(CancellationToken cancellationToken = default)
    {
        lock (_writing)
        {
            RequireWriter();
            while (Manifest.Segments.FirstOrDefault(segment => segment.Deleted.Count > 0) is { } chosen)
            {
                cancellationToken.ThrowIfCancellationRequested();
                Publish(_segments.Read(segments => Merged(segments, [chosen])));
            }

            _folder.RemoveAllBut(Manifest);
        }
    }

    public Task<long> CountAsync(CancellationToken cancellationToken = default)
    {
        Refresh();
        return Task.FromResult(Manifest.Count);
    }

    public Task<IReadOnlyList<VectorHit>> SearchAsync(VectorQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Limit, 1);
        RequireOwn(query.ModelId, query.Vector.Length);
        Refresh();
        return Task.FromResult(_segments.Read(segments =>
        {
            var scan = new VectorScan(query, query.Limit < Manifest.Count);
            foreach (var (entry, segment) in segments)
            {
                cancellationToken.ThrowIfCancellationRequested();
                scan.Read(segment, entry.Deleted);
            }

            return scan.Hits();
        }));
    }

    public Task<VectorTable> FetchAsync(IReadOnlyList<long> ids, CancellationToken cancellationToken = default)
    {
        Refresh();
        return Task.FromResult(_segments.Read(segments =>
        {
            var values = new float[checked(ids.Count * Dimension)];
            for (var place = 0; place < ids.Count; place++)
            {
                if (RowPlaces.Find(segments, ids[place]) is not ({ } segment, var row))
                {
                    var missing = ids.Count(id => RowPlaces.Find(segments, id).Segment is null);
                    throw new VectorStoreException($"{missing} of {ids.Count} posts have no vector, the first is {ids[place]}; encode them first.");
                }

                segment.VectorOf(row).CopyTo(values.AsSpan(place * Dimension));
            }

            if (ids.Count >= RestAfter)
            {
                Rest(segments);
            }

            return new VectorTable(Dimension, values);
        }));
    }

    public Task<IReadOnlyList<long>> MissingAsync(IReadOnlyList<long> ids, CancellationToken cancellationToken = default)
    {
        Refresh();
        return Task.FromResult(_segments.Read<IReadOnlyList<long>>(segments =>
            [.. ids.Where(id => RowPlaces.Find(segments, id).Segment is null)]));
    }

    public ValueTask DisposeAsync()
    {
        Close();
        return ValueTask.CompletedTask;
    }

    private void Close()
    {
        _segments.Dispose();
        _writerLock?.Dispose();
    }

    /// <summary>
    /// Shows the newest state; when the store was removed because the workspace changed its model, the last one stays. One at a time: who comes while another is at it goes on with the
    /// state before, since files that a writer has just merged take a while to check.
    /// </summary>
    private void Refresh()
    {
        if (IsNewest())
        {
            return;
        }

        if (_segments.Manifest is null)
        {
            _refreshing.Enter();
        }
        else if (!_refreshing.TryEnter())
        {
            return;
        }

        try
        {
            if (!IsNewest())
            {
                ShowNewest();
            }
        }
        finally
        {
            _refreshing.Exit();
        }
    }

    private bool IsNewest() => _segments.Manifest is { } shown && (_writerLock is not null || _folder.IsRemoved || _folder.PeekGeneration() == shown.Generation);

    /// <summary>A reader may find a segment gone that a writer has just merged away; the manifest is then newer too.</summary>
    private void ShowNewest()
    {
        for (var attempt = 1; ; attempt++)
        {
            var manifest = _folder.ReadManifest() ??
                throw new VectorStoreException($"There are no vectors in {_folder.Path}; mine something into that folder first.");
            RequireOwn(manifest.ModelId, manifest.Dimension);
            try
            {
                _segments.Show(manifest);
                return;
            }
            catch (VectorStoreException) when (attempt < OpenAttempts && _folder.PeekGeneration() != manifest.Generation)
            {
                continue;
            }
        }
    }

    private StoreManifest Without(StoreManifest manifest, IReadOnlyCollection<long> ids)
    {
        var filter = new IdFilter(ids);
        return manifest with
        {
            Segments = _segments.Read(segments => segments
                .Select(pair => pair.Entry with { Deleted = pair.Entry.Deleted.With(RowPlaces.LiveRows(pair.Entry, pair.Segment, filter)) })
                .ToImmutableArray()),
        };
    }

    private StoreManifest WithSegment(StoreManifest manifest, long[] risingIds, SegmentWriter.RowOf rowOf)
    {
        uint check = 0;
        DurableFile.Write(_folder.SegmentPath(manifest.NextSegment), file =>
            check = new SegmentWriter(file, new SegmentLayout(risingIds.Length, Dimension)).Write(ModelId, risingIds, rowOf));
        var entry = new SegmentEntry(manifest.NextSegment, risingIds.Length, check, RowBitmap.Empty);
        return manifest with { NextSegment = manifest.NextSegment + 1, Segments = manifest.Segments.Add(entry) };
    }

    private void Publish(StoreManifest manifest)
    {
        var next = manifest with { Generation = Manifest.Generation + 1 };
        _folder.WriteManifest(next);
        _segments.Show(next);
    }

    /// <summary>Merges segments until none needs it, each time a change of its own that shows the same vectors.</summary>
    private void Tidy(CancellationToken cancellationToken)
    {
        var merged = false;
        while (!cancellationToken.IsCancellationRequested && SegmentMerge.Next(Manifest) is { Count: > 0 } chosen)
        {
            Publish(_segments.Read(segments => Merged(segments, chosen)));
            merged = true;
        }

        if (merged)
        {
            _folder.RemoveAllBut(Manifest);
        }
    }

    private StoreManifest Merged(IReadOnlyList<(SegmentEntry Entry, Segment Segment)> segments, IReadOnlyList<SegmentEntry> chosen)
    {
        var rows = segments.Where(pair => chosen.Contains(pair.Entry))
            .SelectMany(pair => Enumerable.Range(0, pair.Entry.Count).Where(row => !pair.Entry.Deleted[row]).Select(row => (pair.Segment, Row: row)))
            .OrderBy(place => place.Segment.Ids[place.Row]).ToArray();
        var rest = Manifest with { Segments = [.. Manifest.Segments.Where(entry => !chosen.Contains(entry))] };
        return rows.Length == 0
            ? rest
            : WithSegment(rest, [.. rows.Select(place => place.Segment.Ids[place.Row])], row =>
            {
                if (row % RestAfter == 0)
                {
                    Rest(segments);
                }

                return rows[row].Segment.VectorOf(rows[row].Row);
            });
    }

    private static void Rest(IReadOnlyList<(SegmentEntry Entry, Segment Segment)> segments)
    {
        foreach (var (_, segment) in segments)
        {
            segment.Rest();
        }
    }

    private void RequireOwn(string modelId, int dimension)
    {
        if (modelId != ModelId || dimension != Dimension)
        {
            throw new VectorStoreException(
                $"Vectors of {modelId} ({dimension} numbers) cannot be used with those of {ModelId} ({Dimension} numbers) in {_folder.Path}; use one model for both, or another data folder.");
        }
    }

    private void RequireWriter()
    {
        if (_writerLock is null)
        {
            throw new VectorStoreException($"The vectors in {_folder.Path} were opened to read; open them to write instead.");
        }
    }
}
