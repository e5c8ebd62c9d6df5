using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TextSeg.Engine.Hosting;
using TextSeg.Engine.Storage.Catalog;
using TextSeg.Engine.Storage.Catalog.Rows;

namespace TextSeg.Engine.Importing;

/// <summary>The files that are to be read, are being read, and were read. Rows of the catalog: a killed service goes on with them.</summary>
public sealed class ImportRegistry(ServiceCatalog catalog, TimeProvider clock)
{
    /// <summary>Receives a file and notes that it is to be read.</summary>
    /// <param name="live">The workspace.</param>
    /// <param name="body">The file, as it arrives.</param>
    /// <param name="wanted">How it is to be read.</param>
    /// <param name="mostWaiting">Imports that may wait in the workspace.</param>
    /// <param name="cancellationToken">Stops receiving.</param>
    /// <returns>The import, and whether it is new: the same file to be read in the same way is the same import until that is deleted or has failed.</returns>
    /// <exception cref="JobException">What is wanted has faults, too many imports wait, or the disk cannot be written.</exception>
    public async Task<(Import Import, bool IsNew)> AddAsync(LiveWorkspace live, Stream body, NewImport wanted, int mostWaiting, CancellationToken cancellationToken = default)
    {
        if (wanted.Faults().ToArray() is { Length: > 0 } faults)
        {
            throw new JobException(string.Join(" ", faults)) { IsWrongUse = true };
        }

        await RequireRoomAsync(live.Name, mostWaiting, cancellationToken);
        var files = new ImportFiles(live);
        var received = await files.ReceiveAsync(body, cancellationToken);
        var row = new StoredImport
        {
            Workspace = live.Name, Source = wanted.SourceName, FileName = wanted.FileName, StoredFile = received.Name, Machine = files.Place, Hash = wanted.HashWith(received.Hash),
            Bytes = received.Bytes, Columns = wanted.Columns, Kind = wanted.Kind?.ToString(), State = ImportState.Waiting, CreatedAt = clock.GetUtcNow(),
            Counts = JsonSerializer.Serialize(ImportCounts.None, StoredJson.Options),
        };
        await using var context = catalog.CreateContext();
        if (await context.Imports.AsNoTracking().FirstOrDefaultAsync(
            known => known.Workspace == row.Workspace && known.Hash == row.Hash && known.State != ImportState.Failed && known.State != ImportState.Cancelled, cancellationToken) is { } same)
        {
            files.Delete(received.Name);
            return (Import.Of(same), false);
        }

        context.Imports.Add(row);
        await context.SaveChangesAsync(cancellationToken);
        return (Import.Of(row), true);
    }

    /// <summary>Imports of a workspace, the newest first.</summary>
    public async Task<IReadOnlyList<Import>> ListAsync(string workspace, long? before, int limit, CancellationToken cancellationToken = default)
    {
        await using var context = catalog.CreateContext();
        var rows = await context.Imports.AsNoTracking().Where(row => row.Workspace == workspace && (before == null || row.Id < before))
            .OrderByDescending(row => row.Id).Take(limit).ToListAsync(cancellationToken);
        return [.. rows.Select(Import.Of)];
    }

    /// <summary>One import.</summary>
    /// <exception cref="JobException">There is none of this number.</exception>
    public async Task<Import> GetAsync(string workspace, long id, CancellationToken cancellationToken = default)
    {
        await using var context = catalog.CreateContext();
        return Import.Of(await FindAsync(context, workspace, id, cancellationToken));
    }

    /// <summary>Stops an import; what it stored stays. One that has ended stays as it is.</summary>
    /// <exception cref="JobException">There is none of this number.</exception>
    public async Task<Import> CancelAsync(LiveWorkspace live, long id, CancellationToken cancellationToken = default)
    {
        var now = clock.GetUtcNow();
        await using var context = catalog.CreateContext();
        var row = await FindAsync(context, live.Name, id, cancellationToken);
        var isStopped = await context.Imports.Where(import => import.Id == id && (import.State == ImportState.Waiting || import.State == ImportState.Running))
            .ExecuteUpdateAsync(set => set.SetProperty(import => import.State, ImportState.Cancelled).SetProperty(import => import.FinishedAt, now), cancellationToken) == 1;
        if (isStopped)
        {
            new ImportFiles(live).Delete(row.StoredFile);
        }

        return await GetAsync(live.Name, id, cancellationToken);
    }

    /// <summary>Takes an import that has ended out of the list, with its rejected records; posts stay.</summary>
    /// <exception cref="JobException">There is none of this number, or it has not ended.</exception>
    public async Task DeleteAsync(LiveWorkspace live, long id, CancellationToken cancellationToken = default)
    {
        await using var context = catalog.CreateContext();
        var row = await FindAsync(context, live.Name, id, cancellationToken);
        if (ImportState.IsOpen(row.State))
        {
            throw new JobException($"Import {id} has not ended: cancel it first.");
        }

        await live.WriteAsync(
            workspace =>
            {
                new ImportRecords(workspace, id).Forget();
                return Task.FromResult(true);
            },
            cancellationToken);
        new ImportFiles(live).Delete(row.StoredFile);
        await context.Imports.Where(import => import.Id == id).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>Whether a workspace has imports that have not ended.</summary>
    public async Task<bool> AnyOpenAsync(string workspace, CancellationToken cancellationToken = default)
    {
        await using var context = catalog.CreateContext();
        return await context.Imports.AnyAsync(row => row.Workspace == workspace && (row.State == ImportState.Waiting || row.State == ImportState.Running), cancellationToken);
    }

    private async Task RequireRoomAsync(string workspace, int mostWaiting, CancellationToken cancellationToken)
    {
        await using var context = catalog.CreateContext();
        if (await context.Imports.CountAsync(row => row.Workspace == workspace && (row.State == ImportState.Waiting || row.State == ImportState.Running), cancellationToken) >= mostWaiting)
        {
            throw new JobException($"{mostWaiting} imports wait already: send the file when some have ended.");
        }
    }

    private static async Task<StoredImport> FindAsync(CatalogContext context, string workspace, long id, CancellationToken cancellationToken) =>
        await context.Imports.AsNoTracking().FirstOrDefaultAsync(row => row.Workspace == workspace && row.Id == id, cancellationToken)
            ?? throw new JobException($"The workspace has no import {id}.") { IsMissing = true };
}
