using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TextSeg.Engine.Storage.Catalog;
using TextSeg.Engine.Storage.Catalog.Rows;

namespace TextSeg.Engine.Importing;

/// <summary>What whoever reads imports notes of them in the catalog. Nothing is noted of one that was cancelled meanwhile.</summary>
internal sealed class ImportProgress(ServiceCatalog catalog, TimeProvider clock)
{
    /// <summary>Imports that have not ended, the oldest first: those that wait, and those that a killed process left.</summary>
    public async Task<IReadOnlyList<StoredImport>> OpenAsync(CancellationToken cancellationToken)
    {
        await using var context = catalog.CreateContext();
        return await context.Imports.AsNoTracking().Where(row => row.State == ImportState.Waiting || row.State == ImportState.Running).OrderBy(row => row.Id).ToListAsync(cancellationToken);
    }

    /// <summary>Notes how far an import is.</summary>
    /// <returns>False where it was cancelled.</returns>
    public async Task<bool> TellAsync(long id, ImportCounts counts, ImportForm? form, CancellationToken cancellationToken)
    {
        var (told, understood) = (JsonSerializer.Serialize(counts, StoredJson.Options), form is null ? null : JsonSerializer.Serialize(form, StoredJson.Options));
        await using var context = catalog.CreateContext();
        return await context.Imports.Where(row => row.Id == id && row.State == ImportState.Running)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Counts, told).SetProperty(row => row.Understood, row => understood ?? row.Understood), cancellationToken) == 1;
    }

    /// <summary>Notes that work on an import begins.</summary>
    /// <returns>False where it has ended meanwhile.</returns>
    public async Task<bool> StartAsync(long id, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var context = catalog.CreateContext();
        return await context.Imports.Where(row => row.Id == id && (row.State == ImportState.Waiting || row.State == ImportState.Running))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, ImportState.Running).SetProperty(row => row.StartedAt, now), cancellationToken) == 1;
    }

    /// <summary>Notes that an import ended; one that was cancelled stays so.</summary>
    public async Task EndAsync(long id, string? failure, CancellationToken cancellationToken)
    {
        var (now, state) = (clock.GetUtcNow(), failure is null ? ImportState.Finished : ImportState.Failed);
        await using var context = catalog.CreateContext();
        await context.Imports.Where(row => row.Id == id && row.State == ImportState.Running).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.State, state).SetProperty(row => row.FinishedAt, now).SetProperty(row => row.Failure, failure), cancellationToken);
    }
}
