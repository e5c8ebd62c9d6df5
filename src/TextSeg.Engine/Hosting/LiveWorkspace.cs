using TextSeg.Engine.Ingestion;
using TextSeg.Engine.Queries;
using TextSeg.Engine.Queries.Standing;
using TextSeg.Engine.Segments.Placement;
using TextSeg.Engine.Storage;
using TextSeg.Engine.Streaming;

namespace TextSeg.Engine.Hosting;

/// <summary>
/// A workspace that the service has open: many read it, one at a time writes posts, and a run may work beside them. Safe to use from several threads.
/// </summary>
public sealed class LiveWorkspace : IDisposable
{
    private readonly SemaphoreSlim _writing = new(1);
    private readonly WorkspaceReaders _readers;
    private readonly OpenVectors _vectors = new();
    private readonly StandingSearch _standing = new();
    private Workspace? _writer;

    internal LiveWorkspace(string name, WorkspaceAddress address) => (Name, Address, _readers) = (name, address, new WorkspaceReaders(address));

    /// <summary>Its name in addresses.</summary>
    public string Name { get; }

    /// <summary>Where it lies.</summary>
    public WorkspaceAddress Address { get; }

    /// <summary>Its data folder.</summary>
    public string Folder => Address.Folder;

    /// <summary>A view of what is there; to be closed by the caller.</summary>
    /// <exception cref="JobException">It cannot be read or reached.</exception>
    public Workspace OpenToRead() => _readers.Take();

    /// <summary>A search in a view, with what is kept between searches.</summary>
    /// <param name="view">Open to read.</param>
    /// <param name="toolsOf">Gives the tools of the encoder that a run was made with.</param>
    /// <param name="fewestMembers">Members that a filter must leave where it leaves any.</param>
    /// <exception cref="JobException">Nothing was mined yet.</exception>
    public PostSearch Search(Workspace view, Func<string, MiningTools> toolsOf, int fewestMembers)
    {
        var tools = toolsOf(CurrentRun.ModelOf(view));
        return new PostSearch(view, _vectors.Of(view, tools), tools.Encoder) { Standing = _standing, FewestMembers = fewestMembers };
    }

    /// <summary>Brings what searches keep in line with what is there; nothing before the first run, and nothing on a server, where filters are the server's work.</summary>
    public async Task PrepareSearchesAsync(CancellationToken cancellationToken)
    {
        if (Address.Server is not null)
        {
            return;
        }

        using var view = OpenToRead();
        if (CurrentRun.TryReadId(view) is not null && view.Connection.Provider.NotesChanges(view.Connection))
        {
            await _standing.Posts.RenewAsync(view, cancellationToken);
        }
    }

    /// <summary>Lets go of what searches keep of an erased member.</summary>
    public Task ForgetSearchedAsync(CancellationToken cancellationToken)
    {
        _standing.Forget();
        return _vectors.LetGoOfOldAsync(cancellationToken);
    }

    /// <summary>What the batch stages remember between their turns.</summary>
    public StandingKnowledge Knowledge { get; } = new();

    /// <summary>Held by whoever carries posts through the batch stages: one at a time in this process. To be taken before the right to write, never within it.</summary>
    internal SemaphoreSlim Carrying { get; } = new(1);

    /// <summary>When this process began to place members last, as the clock's timestamp; for whoever asked for the batch stages alone.</summary>
    internal long MembersPlaced { get; set; }

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

    /// <summary>Whether posts or members wait that nobody carries.</summary>
    public bool HasFree(DateTimeOffset now)
    {
        using var view = OpenToRead();
        return new WaitingPosts(view).Claims.AnyFree(now) || new WaitingMembers(view).Claims.AnyFree(now);
    }

    /// <summary>Lets go of what this process keeps for its work of somebody whom another process erased. Waits for work under way.</summary>
    public async Task LetGoOfErasedAsync(CancellationToken cancellationToken)
    {
        await Carrying.WaitAsync(cancellationToken);
        try
        {
            using var view = OpenToRead();
            Knowledge.LetGoOfErased(view);
        }
        finally
        {
            Carrying.Release();
        }
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
        _vectors.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _standing.Dispose();
        _readers.Dispose();
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
        new WaitingPosts(writer).Claims.GiveBackAll();
        new WaitingMembers(writer).Claims.GiveBackAll();
        return writer;
    }

    private void Close()
    {
        _writer?.Dispose();
        _writer = null;
    }
}
