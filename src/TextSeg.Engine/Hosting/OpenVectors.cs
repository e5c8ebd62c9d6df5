using TextSeg.Engine.Storage;
using TextSeg.Engine.Vectors;

namespace TextSeg.Engine.Hosting;

/// <summary>The vectors that searches read, kept open: they follow what the writer publishes. Thread-safe.</summary>
internal sealed class OpenVectors : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly List<IVectorStore> _stores = [];

    /// <summary>The vectors of an encoder. Not to be disposed; those of an encoder before stay open for searches that are at work, until the service ends.</summary>
    /// <exception cref="VectorStoreException">There are none, or they cannot be read.</exception>
    public IVectorStore Of(Workspace workspace, MiningTools tools)
    {
        lock (_gate)
        {
            var open = _stores.Find(store => store.ModelId == tools.ModelId);
            if (open is null)
            {
                _stores.Add(open = tools.OpenStoreToRead(workspace));
            }

            return open;
        }
    }

    /// <summary>Lets go of files that the writer has replaced, so that no deleted vector is held on the disk.</summary>
    public async Task LetGoOfOldAsync(CancellationToken cancellationToken)
    {
        IVectorStore[] open;
        lock (_gate)
        {
            open = [.. _stores];
        }

        foreach (var store in open)
        {
            await store.CountAsync(cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var store in _stores)
        {
            await store.DisposeAsync();
        }
    }
}
