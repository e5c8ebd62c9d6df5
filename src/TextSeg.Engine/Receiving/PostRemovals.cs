using Microsoft.EntityFrameworkCore;
using TextSeg.Engine.Hosting;
using TextSeg.Engine.MemberRights;
using TextSeg.Engine.Sources.Webhooks;
using TextSeg.Engine.Storage;
using TextSeg.Engine.Storage.Catalog;
using TextSeg.Engine.Storage.Catalog.Rows;

namespace TextSeg.Engine.Receiving;

/// <summary>
/// Takes posts out that were deleted where they came from, with all that was made of them. Many at once, since each time the files are written anew; while a run is at work they wait for its end,
/// for it would bring back what it has read. What was deleted stays noted, so that an older message brings nothing back.
/// </summary>
public sealed class PostRemovals(ServiceCatalog catalog, WorkspaceRegistry workspaces, Leases leases, TimeProvider clock)
{
    /// <summary>Notes that something was deleted.</summary>
    internal async Task AddAsync(string workspace, string source, RemovedItem item, CancellationToken cancellationToken)
    {
        await using var context = catalog.CreateContext();
        context.Removals.Add(new StoredRemoval { Workspace = workspace, Source = source, ItemId = item.Id, IsThread = item.IsThread, RequestedAt = clock.GetUtcNow() });
        await context.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Whether a post or its thread was deleted.</summary>
    internal async Task<bool> AreNotedAsync(string workspace, string source, string post, string? thread, CancellationToken cancellationToken)
    {
        await using var context = catalog.CreateContext();
        return await context.Removals.AnyAsync(
            row => row.Workspace == workspace && row.Source == source && ((row.ItemId == post && !row.IsThread) || (row.ItemId == thread && row.IsThread)), cancellationToken);
    }

    /// <summary>Forgets that a post was deleted: it is back.</summary>
    internal async Task ForgetAsync(string workspace, string source, string post, CancellationToken cancellationToken)
    {
        await using var context = catalog.CreateContext();
        await context.Removals.Where(row => row.Workspace == workspace && row.Source == source && row.ItemId == post && !row.IsThread).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>Takes out what was deleted since the last time.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var context = catalog.CreateContext();
        var open = await context.Removals.AsNoTracking().Where(row => row.DoneAt == null).OrderBy(row => row.Id).ToListAsync(cancellationToken);
        foreach (var workspace in open.GroupBy(row => row.Workspace))
        {
            var live = workspaces.Open(workspace.Key);
            await using var lease = await leases.HoldAsync(WorkspaceStages.LeaseOf(live), cancellationToken);
            if (lease is not null)
            {
                await RemoveAsync(live, [.. workspace], cancellationToken);
            }
        }
    }

    private async Task RemoveAsync(LiveWorkspace live, StoredRemoval[] removals, CancellationToken cancellationToken)
    {
        var counts = await live.WriteAsync(
            async workspace =>
            {
                var found = removals.ToDictionary(removal => removal.Id, removal => Find(workspace, removal));
                long[] posts = [.. found.Values.SelectMany(ids => ids).Distinct().Order()];
                if (posts.Length > 0)
                {
                    await live.Knowledge.ForgetAsync();
                    await new MemberErasure(workspace).ErasePostsAsync(posts, cancellationToken);
                }

                return found.ToDictionary(pair => pair.Key, pair => pair.Value.Length);
            },
            cancellationToken);
        await live.ForgetSearchedAsync(cancellationToken);
        var now = clock.GetUtcNow();
        await using var context = catalog.CreateContext();
        foreach (var (id, posts) in counts)
        {
            await context.Removals.Where(row => row.Id == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.DoneAt, now).SetProperty(row => row.Posts, posts), cancellationToken);
        }
    }

    private static long[] Find(Workspace workspace, StoredRemoval removal) => [.. workspace.Connection.Query(
        $"SELECT Id FROM Posts WHERE Source = $1 AND {(removal.IsThread ? "Thread" : "ExternalId")} = $2 ORDER BY Id", row => row.GetInt64(0), removal.Source, removal.ItemId)];
}
