using Microsoft.EntityFrameworkCore;
using TextSeg.Engine.Storage.Catalog;
using TextSeg.Engine.Storage.Catalog.Rows;

namespace TextSeg.Engine.MemberRights;

/// <summary>How long posts are kept, by workspace and source, and the receipts of what was taken out.</summary>
public sealed class RetentionRules(ServiceCatalog catalog, TimeProvider clock)
{
    /// <summary>Most days that a rule may say: a hundred years.</summary>
    public const int MostDays = 36_500;

    /// <summary>Rules of a workspace, by source.</summary>
    public async Task<IReadOnlyList<RetentionRule>> ListAsync(string workspace, CancellationToken cancellationToken = default)
    {
        await using var context = catalog.CreateContext();
        var rows = await context.RetentionRules.AsNoTracking().Where(row => row.Workspace == workspace).OrderBy(row => row.Source).ToListAsync(cancellationToken);
        return [.. rows.Select(Of)];
    }

    /// <summary>Sets the rule of a source, in place of the one it had. It is carried out in the next night.</summary>
    public async Task<RetentionRule> SetAsync(string workspace, string source, int days, CancellationToken cancellationToken = default)
    {
        await using var context = catalog.CreateContext();
        var row = await context.RetentionRules.FirstOrDefaultAsync(known => known.Workspace == workspace && known.Source == source, cancellationToken);
        if (row is null)
        {
            context.RetentionRules.Add(row = new StoredRetentionRule { Workspace = workspace, Source = source });
        }

        (row.Days, row.SetAt) = (days, clock.GetUtcNow());
        await context.SaveChangesAsync(cancellationToken);
        return Of(row);
    }

    /// <summary>Takes the rule of a source away; its posts are kept.</summary>
    /// <returns>False where there was none.</returns>
    public async Task<bool> RemoveAsync(string workspace, string source, CancellationToken cancellationToken = default)
    {
        await using var context = catalog.CreateContext();
        return await context.RetentionRules.Where(row => row.Workspace == workspace && row.Source == source).ExecuteDeleteAsync(cancellationToken) == 1;
    }

    /// <summary>Rules of all workspaces that were not carried out since a time.</summary>
    public async Task<IReadOnlyList<(string Workspace, RetentionRule Rule)>> DueAsync(DateTimeOffset since, CancellationToken cancellationToken = default)
    {
        await using var context = catalog.CreateContext();
        var rows = await context.RetentionRules.AsNoTracking().Where(row => row.SetAt < since && (row.DoneAt == null || row.DoneAt < since)).OrderBy(row => row.Workspace).ThenBy(row => row.Source).ToListAsync(cancellationToken);
        return [.. rows.Select(row => (row.Workspace, Of(row)))];
    }

    /// <summary>Notes that a rule begins to take posts out; one that a killed process left is begun again.</summary>
    public async Task<RetentionReceipt> BeginAsync(string workspace, string source, DateTimeOffset before, CancellationToken cancellationToken = default)
    {
        await using var context = catalog.CreateContext();
        var row = await context.RetentionReceipts.FirstOrDefaultAsync(known => known.Workspace == workspace && known.Source == source && known.FinishedAt == null, cancellationToken);
        if (row is null)
        {
            context.RetentionReceipts.Add(row = new StoredRetentionReceipt { Workspace = workspace, Source = source, StartedAt = clock.GetUtcNow() });
        }

        row.Before = before;
        await context.SaveChangesAsync(cancellationToken);
        return Of(row);
    }

    /// <summary>Notes that all is gone.</summary>
    public async Task<RetentionReceipt> FinishAsync(long id, ErasedCounts counts, CancellationToken cancellationToken = default)
    {
        await using var context = catalog.CreateContext();
        var row = await context.RetentionReceipts.SingleAsync(known => known.Id == id, cancellationToken);
        (row.FinishedAt, row.Counts) = (clock.GetUtcNow(), counts.ToStored());
        await context.SaveChangesAsync(cancellationToken);
        return Of(row);
    }

    /// <summary>Notes that a rule was carried out, whether it found something or not.</summary>
    public async Task NoteDoneAsync(string workspace, string source, CancellationToken cancellationToken = default)
    {
        var now = clock.GetUtcNow();
        await using var context = catalog.CreateContext();
        await context.RetentionRules.Where(row => row.Workspace == workspace && row.Source == source).ExecuteUpdateAsync(set => set.SetProperty(row => row.DoneAt, now), cancellationToken);
    }

    /// <summary>Receipts of a workspace, the newest first.</summary>
    public async Task<IReadOnlyList<RetentionReceipt>> ReceiptsAsync(string workspace, long? before, int limit, CancellationToken cancellationToken = default)
    {
        await using var context = catalog.CreateContext();
        var rows = await context.RetentionReceipts.AsNoTracking().Where(row => row.Workspace == workspace && (before == null || row.Id < before))
            .OrderByDescending(row => row.Id).Take(limit).ToListAsync(cancellationToken);
        return [.. rows.Select(Of)];
    }

    private static RetentionRule Of(StoredRetentionRule row) => new(row.Source, row.Days, row.SetAt, row.DoneAt);

    private static RetentionReceipt Of(StoredRetentionReceipt row) =>
        new(row.Id, row.Source, row.Before, row.StartedAt, row.FinishedAt, ErasedCounts.OfStored(row.Counts));
}
