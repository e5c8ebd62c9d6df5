namespace TextSeg.Engine.Vectors;

/// <summary>The vectors of one workspace, of every model that has any there: files in its folder (<see cref="FolderVectors"/>), or collections on a Qdrant server. The one place that knows which.</summary>
public abstract class WorkspaceVectors
{
    /// <summary>A model's vectors, to add to; made where there are none.</summary>
    /// <exception cref="VectorStoreException">They are being written elsewhere, or cannot be used.</exception>
    public abstract IVectorStore Open(string modelId, int dimension);

    /// <summary>A model's vectors, to search.</summary>
    /// <exception cref="VectorStoreException">There are none, or they cannot be used.</exception>
    public abstract IVectorStore OpenToRead(string modelId, int dimension);

    /// <summary>A model's vectors, to search, whatever their dimension.</summary>
    /// <exception cref="VectorStoreException">There are none, or they cannot be used.</exception>
    public abstract Task<IVectorStore> OpenToReadAsync(string modelId, CancellationToken cancellationToken = default);

    /// <summary>The models that have vectors here, in order.</summary>
    public abstract Task<IReadOnlyList<string>> ModelsAsync(CancellationToken cancellationToken = default);

    /// <summary>Removes the vectors of posts from all models' but one: vectors of words that are gone.</summary>
    /// <param name="ids">The posts.</param>
    /// <param name="butModel">Left as it is; null for none.</param>
    /// <param name="cancellationToken">Stops between two models.</param>
    public abstract Task ForgetAsync(IReadOnlyCollection<long> ids, string? butModel = null, CancellationToken cancellationToken = default);

    /// <summary>Removes the vectors of posts of all models for good, and looks that they are gone.</summary>
    /// <returns>How many there were.</returns>
    /// <exception cref="VectorStoreException">Some are still there, or the vectors cannot be used now.</exception>
    public abstract Task<int> EraseAsync(IReadOnlyList<long> ids, CancellationToken cancellationToken = default);

    /// <summary>Makes a model's vectors the current ones, and removes those of models that are not needed any more. What cannot be removed now stays until next time.</summary>
    /// <param name="current">The model of the run that readers see.</param>
    /// <param name="begun">The model of a change that was begun; null for none.</param>
    /// <param name="cancellationToken">Stops before the removal.</param>
    public abstract Task SettleAsync(string current, string? begun, CancellationToken cancellationToken = default);
}
