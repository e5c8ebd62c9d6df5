using Microsoft.EntityFrameworkCore;
using TextSeg.Engine.Hosting;
using TextSeg.Engine.Importing;
using TextSeg.Engine.MemberRights;
using TextSeg.Engine.Storage.Catalog;
using TextSeg.Engine.Storage.Catalog.Rows;

namespace TextSeg.Engine.Subscriptions;

/// <summary>
/// Writes messages of what has happened. Nobody has to remember to tell: it looks at the rows of what ended, and each event becomes one message for each subscription, however often it looks
/// and whatever is killed in between.
/// </summary>
public sealed class EventOutbox(ServiceCatalog catalog, TimeProvider clock)
{
    // Whatever ended longer ago was looked at before, or ended while nobody was there for days: then it is no news.
    private static readonly TimeSpan LooksBack = TimeSpan.FromDays(3);

    private sealed record Happened(string Name, string Key, DateTimeOffset At, object Data);

    /// <summary>Writes what is not written yet.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var context = catalog.CreateContext();
        var subscriptions = await context.Subscriptions.AsNoTracking().Where(row => row.Disabled == null).OrderBy(row => row.Id).ToListAsync(cancellationToken);
        foreach (var workspace in subscriptions.GroupBy(row => row.Workspace))
        {
            var happened = await HappenedAsync(context, workspace.Key, clock.GetUtcNow() - LooksBack, cancellationToken);
            foreach (var subscription in workspace)
            {
                await WriteAsync(subscription, [.. happened.Where(one => one.At >= subscription.CreatedAt && subscription.Events.Split(',').Contains(one.Name))], cancellationToken);
            }
        }
    }

    private async Task WriteAsync(StoredSubscription subscription, Happened[] happened, CancellationToken cancellationToken)
    {
        await using var context = catalog.CreateContext();
        var keys = happened.Select(one => one.Key).ToArray();
        var known = await context.Deliveries.Where(row => row.SubscriptionId == subscription.Id && keys.Contains(row.Key)).Select(row => row.Key).ToListAsync(cancellationToken);
        foreach (var one in happened.ExceptBy(known, one => one.Key))
        {
            context.Deliveries.Add(SubscriptionRegistry.New(subscription.Id, one.Name, one.Key, subscription.Workspace, one.At, clock.GetUtcNow(), one.Data));
        }

        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException) when (!cancellationToken.IsCancellationRequested)
        {
            // Another process wrote them in the same moment; what is missing is written at the next look.
        }
    }

    private static async Task<List<Happened>> HappenedAsync(CatalogContext context, string workspace, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var runs = await context.RunRequests.AsNoTracking().Where(row => row.Workspace == workspace && row.FinishedAt >= since && (row.State == RunRequests.Finished || row.State == RunRequests.Failed)).ToListAsync(cancellationToken);
        var imports = await context.Imports.AsNoTracking().Where(row => row.Workspace == workspace && row.FinishedAt >= since).ToListAsync(cancellationToken);
        var erasures = await context.Erasures.AsNoTracking().Where(row => row.Workspace == workspace && row.FinishedAt >= since).ToListAsync(cancellationToken);
        var findings = await context.Findings.AsNoTracking().Where(row => row.Workspace == workspace && row.FoundAt >= since && row.IsTold).ToListAsync(cancellationToken);
        return
        [
            .. runs.Select(row => new Happened(EventNames.RunFinished, $"{EventNames.RunFinished}/{row.Id}", row.FinishedAt!.Value, new { request = row.Id, state = row.State, run = row.Run })),
            .. imports.Select(row => new Happened(EventNames.ImportFinished, $"{EventNames.ImportFinished}/{row.Id}", row.FinishedAt!.Value, new { import = row.Id, state = row.State, counts = Import.Of(row).Counts })),
            .. erasures.Select(row => new Happened(EventNames.ErasureDone, $"{EventNames.ErasureDone}/{row.Id}", row.FinishedAt!.Value, new { receipt = row.Id })),
            .. findings.Select(row => new Happened(EventNames.TopicRising, $"{EventNames.TopicRising}/{row.Id}", row.FoundAt, System.Text.Json.JsonSerializer.Deserialize<RisingTopic>(row.Facts, StoredJson.Options)!)),
        ];
    }
}
