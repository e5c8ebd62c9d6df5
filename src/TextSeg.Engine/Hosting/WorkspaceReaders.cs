using System.Collections.Concurrent;
using TextSeg.Engine.Storage;

namespace TextSeg.Engine.Hosting;

/// <summary>Connections for reading one workspace, kept open between uses, since opening one costs more than most questions. Thread-safe; one reader is used by one at a time.</summary>
internal sealed class WorkspaceReaders(WorkspaceAddress address) : IDisposable
{
    /// <summary>Idle connections kept; each may hold 16 MB of the file.</summary>
    private const int MostIdle = 4;

    private readonly ConcurrentBag<Workspace> _idle = [];
    private volatile bool _isClosed;

    /// <summary>A view of what is there; its disposal gives it back.</summary>
    /// <exception cref="JobException">It cannot be read or reached.</exception>
    public Workspace Take()
    {
        // A server may have gone since: there every reader is a fresh one.
        if (address.Server is not null)
        {
            return Workspace.OpenToRead(address);
        }

        return _idle.TryTake(out var workspace) ? workspace : Workspace.OpenToRead(address).Lent(GiveBack);
    }

    public void Dispose()
    {
        _isClosed = true;
        while (_idle.TryTake(out var workspace))
        {
            workspace.Lent(null).Dispose();
        }
    }

    private void GiveBack(Workspace workspace)
    {
        if (_isClosed || _idle.Count >= MostIdle || !workspace.IsOpen || workspace.Connection.Provider.IsInTransaction(workspace.Connection))
        {
            workspace.Lent(null).Dispose();
        }
        else
        {
            _idle.Add(workspace);
        }
    }
}
