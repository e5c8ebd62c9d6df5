using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using TextSeg.Engine.Storage;
using TextSeg.Engine.Storage.Catalog;
using TextSeg.Engine.Storage.Catalog.Rows;
using TextSeg.Engine.Vectors;
using TextSeg.Engine.Vectors.Qdrant;

namespace TextSeg.Engine.Hosting;

/// <summary>A workspace in a list.</summary>
/// <param name="Name">Its name in addresses.</param>
/// <param name="Title">What people call it.</param>
/// <param name="CreatedAt">When it was made.</param>
public sealed record WorkspaceEntry(string Name, string Title, DateTimeOffset CreatedAt);

/// <summary>The workspaces of a service: which there are, and those that are open.</summary>
public sealed class WorkspaceRegistry(ServiceCatalog catalog, ServicePlace place, TimeProvider clock) : IDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<LiveWorkspace>> _open = new(StringComparer.Ordinal);
    private readonly QdrantConnection? _qdrant = place.Qdrant is null ? null : new QdrantConnection(place.Qdrant, clock);

    /// <summary>Notes the workspace that the command line made in this place, if there is one and it is not known yet.</summary>
    public async Task AdoptAsync(CancellationToken cancellationToken = default)
    {
        if (!place.HoldsMined || await FindAsync(WorkspaceName.Default, cancellationToken) is not null)
        {
            return;
        }

        try
        {
            await CreateAsync(WorkspaceName.Default, "Default", cancellationToken);
        }
        catch (JobException)
        {
            // Another process may have noted it in the same moment.
            if (await FindAsync(WorkspaceName.Default, cancellationToken) is null)
            {
                throw;
            }
        }
    }

    /// <summary>All workspaces by name.</summary>
    public async Task<IReadOnlyList<WorkspaceEntry>> ListAsync(CancellationToken cancellationToken = default)
    {
        await using var context = catalog.CreateContext();
        return await context.Workspaces.AsNoTracking().OrderBy(row => row.Name).Select(row => new WorkspaceEntry(row.Name, row.Title, row.CreatedAt)).ToListAsync(cancellationToken);
    }

    /// <summary>One workspace; null where there is none of this name.</summary>
    public async Task<WorkspaceEntry?> FindAsync(string name, CancellationToken cancellationToken = default)
    {
        await using var context = catalog.CreateContext();
        return await context.Workspaces.AsNoTracking().Where(row => row.Name == name).Select(row => new WorkspaceEntry(row.Name, row.Title, row.CreatedAt)).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>Makes a workspace.</summary>
    /// <exception cref="JobException">The name is not good, or there is one of this name.</exception>
    public async Task<WorkspaceEntry> CreateAsync(string name, string title, CancellationToken cancellationToken = default)
    {
        if (!WorkspaceName.IsGood(name))
        {
            throw new JobException($"'{name}' cannot name a workspace: {WorkspaceName.Rule}.") { IsWrongUse = true };
        }

        await using var context = catalog.CreateContext();
        if (place.IsTaken(name) || await context.Workspaces.AnyAsync(row => row.Name == name, cancellationToken))
        {
            throw IsThere(name);
        }

        var row = new StoredWorkspace { Name = name, Title = title, CreatedAt = clock.GetUtcNow() };
        context.Workspaces.Add(row);
        await Open(name).WriteAsync(_ => Task.FromResult(true), cancellationToken);
        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException fault) when (StorageFault.IsDuplicate(fault))
        {
            throw IsThere(name);
        }

        return new WorkspaceEntry(name, title, row.CreatedAt);
    }

    /// <summary>A workspace that is known, opened when it is first asked for.</summary>
    /// <exception cref="JobException">The database cannot be reached.</exception>
    public LiveWorkspace Open(string name) => _open.GetOrAdd(name, key => new Lazy<LiveWorkspace>(() => new LiveWorkspace(key, place.AddressOf(key, _qdrant)), LazyThreadSafetyMode.PublicationOnly)).Value;

    /// <summary>Looks whether the server of vectors is there and takes the key; vectors in files are there always.</summary>
    /// <exception cref="VectorStoreException">It is not; the message says why.</exception>
    public Task CheckVectorsAsync(CancellationToken cancellationToken = default) => _qdrant?.CheckAsync(cancellationToken) ?? Task.CompletedTask;

    public void Dispose()
    {
        foreach (var workspace in _open.Values.Where(entry => entry.IsValueCreated))
        {
            workspace.Value.Dispose();
        }

        _qdrant?.Dispose();
    }

    private static JobException IsThere(string name) => new($"There is a workspace {name} already: choose another name.");
}
