using TextSeg.Engine.Ingestion;
using TextSeg.Engine.Storage;
using TextSeg.Engine.Streaming;

namespace TextSeg.Engine.Hosting;

/// <summary>
/// A workspace that the service has open: many read it, one at a time writes posts, and a run may work beside them. Safe to use from several threads.
/// </summary>
public sealed class LiveWorkspace : IDisposable
{
    private readonly SemaphoreSlim _writing = new(1);
    private Workspace? _writer;

    internal LiveWorkspace(string name, WorkspaceAddress address) => (Name, Address) = (name, address);

    /// <summary>Its name in addresses.</summary>
    public string Name { get; }

    /// <summary>Where it lies.</summary>
    public WorkspaceAddress Address { get; }

    /// <summary>Its data folder.</summary>
    public string Folder => Address.Folder;

    /// <summary>A view of what is there; to be closed by the caller.</summary>
    /// <exception cref="JobException">It cannot be read or reached.</exception>
    public Workspace OpenToRead() => Workspace.OpenToRead(Address);

    /// <summary>What the batch stages remember between their turns.</summary>
    public StandingKnowledge Knowledge { get; } = new();

    /// <summary>Held by whoever carries posts through the batch stages: one at a time in this process. To be taken before the right to write, never within it.</summary>
    internal SemaphoreSlim Carrying { get; } = new(1);

    /// <summary>Who asked for the batch stages.</summary>
    internal AskedWork Asked { get; } = new();

    /// <summary>Does work that writes posts; one at a time, also where several processes work on a workspace on a server.</summary>
    /// <exception cref="JobException">Another process has the workspace for itself, or it cannot be written or reached.</exception>
    public async Task<T> WriteAsync<T>(Func<Workspace, Task<T>> work, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            var writer = await TakeTurnAsync(cancellationToken);
            try
            {
                return await work(writer);
            }
            finally
            {
                writer.EndTurn();
            }
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>Whether posts wait for the batch stages, whoever carries them.</summary>
    public Task<bool> HasWaitingAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var view = OpenToRead();
        return Task.FromResult(new WaitingPosts(view).AnyUpTo(long.MaxValue));
    }

    /// <summary>Whether posts wait that nobody carries.</summary>
    public bool HasFree(DateTimeOffset now)
    {
        using var view = OpenToRead();
        return WaitingPosts.AnyFree(view, now);
    }

    /// <summary>Does long work on a connection of its own, while posts go on coming in.</summary>
    public async Task<T> WorkBesideAsync<T>(Func<Workspace, Task<T>> work, CancellationToken cancellationToken)
    {
        using var beside = await WriteAsync(writer => Task.FromResult(writer.OpenBeside()), cancellationToken);
        return await work(beside);
    }

    public void Dispose()
    {
        Knowledge.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _writer?.Dispose();
        _writing.Dispose();
        Carrying.Dispose();
    }

    /// <summary>The writer, when it has the right to write. A connection that broke since it was used last is opened anew.</summary>
    private async Task<Workspace> TakeTurnAsync(CancellationToken cancellationToken)
    {
        var isFresh = _writer is not { IsOpen: true };
        if (isFresh)
        {
            Close();
        }

        try
        {
            _writer ??= Address.Server is null ? OpenAlone() : Workspace.OpenToShare(Address);
            await _writer.TakeTurnAsync(cancellationToken);
            return _writer;
        }
        catch (Exception fault) when (fault is not JobException)
        {
            // Whether the lock was got is not known: it falls with the connection.
            Close();
            if (fault is OperationCanceledException)
            {
                throw;
            }

            if (isFresh || !StorageFault.IsOfDatabase(fault))
            {
                throw StorageFault.Translate(fault, Address) ?? fault;
            }
        }

        return await TakeTurnAsync(cancellationToken);
    }

    // The folder's lock lets one process write, so claims that there are were left by killed ones.
    private Workspace OpenAlone()
    {
        var writer = Workspace.OpenToWrite(Address);
        new WaitingPosts(writer).GiveBackAll();
        return writer;
    }

    private void Close()
    {
        _writer?.Dispose();
        _writer = null;
    }
}
