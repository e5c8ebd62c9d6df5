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
    private readonly Lazy<Workspace> _writer;

    internal LiveWorkspace(string name, string folder)
    {
        (Name, Folder) = (name, folder);
        _writer = new Lazy<Workspace>(() => Workspace.OpenToWrite(folder));
    }

    /// <summary>Its name in addresses.</summary>
    public string Name { get; }

    /// <summary>Its data folder.</summary>
    public string Folder { get; }

    /// <summary>A view of what is there; to be closed by the caller.</summary>
    /// <exception cref="JobException">The folder cannot be read.</exception>
    public Workspace OpenToRead() => Workspace.OpenToRead(Folder);

    /// <summary>What the batch stages remember between their turns; only to be used within <see cref="WriteAsync"/>.</summary>
    public StandingKnowledge Knowledge { get; } = new();

    /// <summary>Who asked for the batch stages.</summary>
    internal AskedWork Asked { get; } = new();

    /// <summary>Does work that writes posts; one at a time.</summary>
    /// <exception cref="JobException">Another process writes there, or the folder cannot be written.</exception>
    public async Task<T> WriteAsync<T>(Func<Workspace, Task<T>> work, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            return await work(_writer.Value);
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>Whether posts wait for the batch stages.</summary>
    public Task<bool> HasWaitingAsync(CancellationToken cancellationToken) =>
        WriteAsync(workspace => Task.FromResult(new WaitingPosts(workspace).Next(1).Length > 0), cancellationToken);

    /// <summary>Does long work on a connection of its own, while posts go on coming in.</summary>
    public async Task<T> WorkBesideAsync<T>(Func<Workspace, Task<T>> work, CancellationToken cancellationToken)
    {
        using var beside = await WriteAsync(writer => Task.FromResult(writer.OpenBeside()), cancellationToken);
        return await work(beside);
    }

    public void Dispose()
    {
        Knowledge.DisposeAsync().AsTask().GetAwaiter().GetResult();
        if (_writer.IsValueCreated)
        {
            _writer.Value.Dispose();
        }

        _writing.Dispose();
    }
}
