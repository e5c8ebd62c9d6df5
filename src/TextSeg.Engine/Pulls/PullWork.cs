using System.Text.Json;
using TextSeg.Engine.Hosting;
using TextSeg.Engine.Ingestion;
using TextSeg.Engine.MemberRights;
using TextSeg.Engine.Messages;
using TextSeg.Engine.Sources.Pulling;
using TextSeg.Engine.Storage;
using TextSeg.Engine.Storage.Catalog.Rows;

namespace TextSeg.Engine.Pulls;

/// <summary>
/// Asks the registered servers for posts when their time has come, a page at a time; the workspace is held only while a page is stored, together with where the next one begins.
/// One process at a time asks a server.
/// </summary>
public sealed class PullWork(PullRegistry registry, PulledSourceOpener opener, WorkspaceRegistry workspaces, Leases leases, ErasureReceipts erasures, WorkNotices notices, TimeProvider clock)
{
    private const int AtOnce = 4;
    private const int PagesOfATurn = 50;

    /// <summary>Asks all that are due.</summary>
    public async Task RunAsync(CancellationToken cancellationToken) => await Parallel.ForEachAsync(
        await registry.DueAsync(cancellationToken), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (row, token) =>
        {
            await using var lease = await leases.HoldAsync($"pull/{row.Id}", token);
            if (lease is not null)
            {
                await PullAsync(row, token);
            }
        });

    private async Task PullAsync(StoredPulledSource row, CancellationToken cancellationToken)
    {
        try
        {
            var source = opener.Open(Enum.Parse<PullKind>(row.Kind), row.Name, JsonSerializer.Deserialize<PullSettings>(row.Settings, StoredJson.Options)!, registry.SecretOf(row));
            using var connection = source as IDisposable;
            await registry.NoteAsync(row, null, await PullAsync(row, source, cancellationToken));
        }
        catch (JobException fault) when (!StorageFault.IsOfDatabase(fault))
        {
            await registry.NoteAsync(row, fault.Message, hasMore: row.HasMore);
        }
        catch (Exception fault) when (fault is not OperationCanceledException && !StorageFault.IsOfDatabase(fault))
        {
            await registry.NoteAsync(row, $"A fault of the kind {fault.GetType().Name}.", hasMore: row.HasMore);
        }
    }

    // True where the server has more.
    private async Task<bool> PullAsync(StoredPulledSource row, IPulledSource source, CancellationToken cancellationToken)
    {
        var live = workspaces.Open(row.Workspace);
        var cursor = await live.WriteAsync(workspace => Task.FromResult(Stage(workspace).CursorOf(source.Name)), cancellationToken);
        for (var pages = 0; pages < PagesOfATurn; pages++)
        {
            var page = await source.PullAsync(cursor, cancellationToken);
            var taken = await live.WriteAsync(workspace => StoreAsync(live, workspace, source.Name, page, cancellationToken), cancellationToken);
            if (taken.Added + taken.Changed > 0)
            {
                notices.Tell(new PostsArrived(live.Name));
            }

            if (!page.HasMore || !await registry.IsActiveAsync(row.Id, cancellationToken))
            {
                return page.HasMore;
            }

            cursor = page.Cursor == cursor ? throw new JobException($"{source.Name} says that there is more and does not move on.") : page.Cursor;
        }

        return true;
    }

    private async Task<IngestResult> StoreAsync(LiveWorkspace live, Workspace workspace, string source, PulledPage page, CancellationToken cancellationToken)
    {
        var isKeptOut = await erasures.KeptOutAsync(live.Name, cancellationToken);
        return Stage(workspace).StorePage(source, page with { Rows = PostIntakeRows.KeepOut(page.Rows, isKeptOut) });
    }

    private IngestStage Stage(Workspace workspace) => new(workspace, new IngestOptions(), clock);
}
