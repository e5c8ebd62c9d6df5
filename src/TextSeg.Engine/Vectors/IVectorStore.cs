using TextSeg.Mining;

namespace TextSeg.Engine.Vectors;

/// <summary>
/// The vectors of one workspace made by one model, by the number of the post they belong to.
/// Vectors of two models are never mixed: a batch or query of another model is refused with a <see cref="VectorStoreException"/>.
/// All members may be called from several threads at once.
/// </summary>
public interface IVectorStore : IAsyncDisposable
{
    /// <summary>Who made the vectors, as the encoder calls itself (name@hash).</summary>
    string ModelId { get; }

    /// <summary>Numbers in a vector.</summary>
    int Dimension { get; }

    /// <summary>Adds vectors; one whose id is already there takes the old one's place. All of the batch is stored or nothing of it.</summary>
    /// <exception cref="VectorStoreException">Another model or dimension, or the store cannot be written.</exception>
    /// <exception cref="ArgumentException">A row is not finite or neither of length 1 nor zero.</exception>
    Task UpsertAsync(VectorBatch batch, CancellationToken cancellationToken = default);

    /// <summary>Removes vectors; ids that are not there are passed over.</summary>
    Task DeleteAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken = default);

    /// <summary>How many vectors there are.</summary>
    Task<long> CountAsync(CancellationToken cancellationToken = default);

    /// <summary>The nearest vectors, best first; equal cosines by the lower id. The filter works inside the search.</summary>
    Task<IReadOnlyList<VectorHit>> SearchAsync(VectorQuery query, CancellationToken cancellationToken = default);

    /// <summary>The vectors of these ids as rows, in this order.</summary>
    /// <exception cref="VectorStoreException">Some are not there; it says how many and the first.</exception>
    Task<VectorTable> FetchAsync(IReadOnlyList<long> ids, CancellationToken cancellationToken = default);

    /// <summary>Those of the ids that have no vector here, in the order given: the work that is left.</summary>
    Task<IReadOnlyList<long>> MissingAsync(IReadOnlyList<long> ids, CancellationToken cancellationToken = default);
}
