using Microsoft.EntityFrameworkCore;
using TextSeg.Engine.Storage.Catalog;
using TextSeg.Engine.Storage.Catalog.Rows;

namespace TextSeg.Engine.Audit;

/// <summary>What somebody did.</summary>
/// <param name="Id">Its number, in order of time.</param>
/// <param name="At">When.</param>
/// <param name="Key">The key it was done with; null for the service itself.</param>
/// <param name="Workspace">The workspace it was about; null for the service.</param>
/// <param name="Action">What was done, such as "search" or "keys.revoke".</param>
/// <param name="Subject">Numbers and ids that tell what it was done to; never a text or a name.</param>
/// <param name="Status">Status of the answer, as in HTTP.</param>
public sealed record AuditEntry(long Id, DateTimeOffset At, long? Key, string? Workspace, string Action, string? Subject, int Status);

/// <summary>Who read members' own words and who changed what. Entries are added and read, nothing else.</summary>
public sealed class AuditLog(ServiceCatalog catalog, TimeProvider clock)
{
    /// <summary>Adds an entry.</summary>
    public async Task AddAsync(long? key, string? workspace, string action, string? subject, int status, CancellationToken cancellationToken = default)
    {
        await using var context = catalog.CreateContext();
        context.AuditEntries.Add(new StoredAuditEntry { At = clock.GetUtcNow(), Key = key, Workspace = workspace, Action = action, Subject = subject, Status = status });
        await context.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Entries, the newest first.</summary>
    /// <param name="workspace">Only of this workspace; null for all.</param>
    /// <param name="before">Only entries older than this number; null for the newest.</param>
    /// <param name="limit">Entries wanted.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<IReadOnlyList<AuditEntry>> ReadAsync(string? workspace, long? before, int limit, CancellationToken cancellationToken = default)
    {
        await using var context = catalog.CreateContext();
        return await context.AuditEntries.AsNoTracking()
            .Where(row => (workspace == null || row.Workspace == workspace) && (before == null || row.Id < before))
            .OrderByDescending(row => row.Id).Take(limit)
            .Select(row => new AuditEntry(row.Id, row.At, row.Key, row.Workspace, row.Action, row.Subject, row.Status))
            .ToListAsync(cancellationToken);
    }
}
