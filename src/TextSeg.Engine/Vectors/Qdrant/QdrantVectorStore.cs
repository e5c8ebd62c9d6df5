using TextSeg.Mining;

namespace TextSeg.Engine.Vectors.Qdrant;

/// <summary>
/// Vectors on a Qdrant server, a collection for each workspace and model. Several processes may write at once.
/// Opening sends nothing: the collection is made and checked at the first use, and again after the server was away.
/// A batch that is too large for one request (see <see cref="QdrantOptions.BatchBytes"/>) may be stored in part when the server goes away in the middle; storing it again does no harm.
/// A search among more vectors than <see cref="QdrantOptions.ExactUpTo"/> may miss a near one; hits carry true cosines always.
/// </summary>
public sealed class QdrantVectorStore : IVectorStore
{
    private readonly QdrantCollection _collection;
    private readonly QdrantPoints _points;
    private readonly QdrantSearch _search;
    private readonly QdrantConnection _connection;
    private readonly bool _isWriter;
    private readonly Lock _gate = new();
    private Task? _ready;

    internal QdrantVectorStore(QdrantConnection connection, string workspace, string modelId, int dimension, bool isWriter)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dimension, 1);
        (_connection, _isWriter) = (connection, isWriter);
        _collection = new QdrantCollection(connection, workspace, modelId, dimension);
        _points = new QdrantPoints(connection, _collection);
        _search = new QdrantSearch(connection, _collection);
    }

    public string ModelId => _collection.ModelId;

    public int Dimension => _collection.Dimension;

    /// <summary>Makes and checks the collection now instead of at the first use.</summary>
    /// <exception cref="VectorStoreException">The server is away, the key is wrong, or the collection is missing or another's.</exception>
    public Task PrepareAsync(CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            if (_ready is null or { IsFaulted: true } or { IsCanceled: true })
            {
                _ready = _collection.EnsureAsync(_isWriter, CancellationToken.None);
            }

            return _ready.WaitAsync(cancellationToken);
        }
    }

    public async Task UpsertAsync(VectorBatch batch, CancellationToken cancellationToken = default)
    {
        RequireOwn(batch.ModelId, batch.Rows.Dimension);
        RequireWriter();
        var rows = BatchRows.From(batch);
        await UseAsync(async () =>
        {
            await _points.StoreAsync(rows, cancellationToken);
            return rows.Ids.Length;
        }, cancellationToken);
    }

    public async Task DeleteAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken = default)
    {
        RequireWriter();
        await UseAsync(async () =>
        {
            await _points.RemoveAsync(ids, cancellationToken);
            return ids.Count;
        }, cancellationToken);
    }

    public Task<long> CountAsync(CancellationToken cancellationToken = default) => UseAsync(() => _points.CountAsync(cancellationToken), cancellationToken);

    public Task<IReadOnlyList<VectorHit>> SearchAsync(VectorQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Limit, 1);
        RequireOwn(query.ModelId, query.Vector.Length);
        return float.IsNaN(query.MinimumCosine) || !Array.TrueForAll(query.Vector.ToArray(), float.IsFinite)
            ? throw new ArgumentException("A search needs a vector and a lowest cosine of finite numbers.", nameof(query))
            : UseAsync(() => _search.FindAsync(query, cancellationToken), cancellationToken);
    }

    public Task<VectorTable> FetchAsync(IReadOnlyList<long> ids, CancellationToken cancellationToken = default) => UseAsync(async () =>
    {
        var vectors = await _points.ReadAsync(ids, cancellationToken);
        var values = new float[checked(ids.Count * Dimension)];
        for (var place = 0; place < ids.Count; place++)
        {
            if (!vectors.TryGetValue(ids[place], out var vector))
            {
                throw new VectorStoreException($"{ids.Count(id => !vectors.ContainsKey(id))} of {ids.Count} posts have no vector, the first is {ids[place]}; encode them first.");
            }

            vector.CopyTo(values.AsSpan(place * Dimension));
        }

        return new VectorTable(Dimension, values);
    }, cancellationToken);

    public Task<IReadOnlyList<long>> MissingAsync(IReadOnlyList<long> ids, CancellationToken cancellationToken = default) => UseAsync<IReadOnlyList<long>>(async () =>
    {
        var present = await _points.PresentAsync(ids, cancellationToken);
        return [.. ids.Where(id => !present.Contains(id))];
    }, cancellationToken);

    /// <summary>Nothing to close: the connection belongs to whoever made it.</summary>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>Uses the collection; where that fails, it is looked at anew next time, for it may have been removed or the server been made anew.</summary>
    private async Task<T> UseAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        try
        {
            await PrepareAsync(cancellationToken);
            return await work();
        }
        catch (VectorStoreException)
        {
            lock (_gate)
            {
                _ready = null;
            }

            throw;
        }
    }

    private void RequireOwn(string modelId, int dimension)
    {
        if (modelId != ModelId || dimension != Dimension)
        {
            throw new VectorStoreException(
                $"Vectors of {modelId} ({dimension} numbers) cannot be used with those of {ModelId} ({Dimension} numbers) in the collection {_collection.Name}; use one model for both, or another workspace.");
        }
    }

    private void RequireWriter()
    {
        if (!_isWriter)
        {
            throw new VectorStoreException($"The vectors in the collection {_collection.Name} were opened to read; open them to write instead.");
        }
    }
}
