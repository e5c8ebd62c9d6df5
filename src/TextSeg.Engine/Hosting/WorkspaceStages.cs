using TextSeg.Engine.Ingestion;
using TextSeg.Engine.Messages;
using TextSeg.Engine.Storage;
using TextSeg.Engine.Streaming;
using TextSeg.Engine.Vectors;

namespace TextSeg.Engine.Hosting;

/// <summary>Runs the stages of <see cref="MiningPipeline"/> on the workspaces of a service, alone or with other processes.</summary>
public sealed class WorkspaceStages(ServiceModels models, RunRequests requests, Leases leases, WorkNotices notices, TimeProvider clock)
{
    /// <summary>How long authors wait while more posts wait than a batch holds.</summary>
    private static readonly TimeSpan MembersPause = TimeSpan.FromSeconds(5);

    private readonly MiningOptions _options = new()
    {
        Ingest = { Threads = models.Threads }, Topics = { Threads = models.Threads }, Segments = { Threads = models.Threads },
    };

    private readonly PostCarrier _carrier = new(
        workspace => models.Tools(new WorkspaceModel(workspace).Current),
        new MiningOptions { Ingest = { Threads = models.Threads } },
        $"{Environment.MachineName}/{Environment.ProcessId}/{clock.GetUtcNow().ToUnixTimeMilliseconds()}",
        clock);

    /// <summary>The right to change what a run reads.</summary>
    internal static string LeaseOf(LiveWorkspace live) => Leases.OfRun(live.Name);

    /// <summary>
    /// Makes of posts that came in what can be made of each alone, and places them in the topics that are there, until none is left that nobody carries. Returns at once where this process is at it,
    /// which then sees these posts too; other processes are told while there is more than one batch.
    /// </summary>
    public async Task CatchUpAsync(LiveWorkspace live, CancellationToken cancellationToken)
    {
        if (!live.Asked.Ask())
        {
            return;
        }

        try
        {
            do
            {
                live.Asked.Look();
                while (await CarryBatchAsync(live, cancellationToken))
                {
                }
            }
            while (!live.Asked.IsDone());
        }
        catch (VectorStoreException fault) when (fault.RetryAfter is not null)
        {
            // The posts wait, and are told of again while they do: no message fails for a server that is away.
            live.Asked.GiveUp();
        }
        catch
        {
            live.Asked.GiveUp();
            throw;
        }
    }

    /// <summary>A batch of posts and their authors; false where none was left.</summary>
    private async Task<bool> CarryBatchAsync(LiveWorkspace live, CancellationToken cancellationToken)
    {
        var (posts, _) = await _carrier.NextAsync(live, cancellationToken: cancellationToken);
        if (posts == PostCarrier.MostOfABatch)
        {
            notices.Tell(new PostsArrived(live.Name));

            // More posts wait than a batch: many authors write in several batches, and are placed once for all of them.
            if (clock.GetElapsedTime(live.MembersPlaced) < MembersPause)
            {
                return true;
            }
        }

        live.MembersPlaced = clock.GetTimestamp();
        return await _carrier.PlaceMembersAsync(live, cancellationToken) > 0 || posts > 0;
    }

    /// <summary>Finds topics, profiles and segments anew and makes them the current ones.</summary>
    public async Task RunAsync(LiveWorkspace live, long request, CancellationToken cancellationToken)
    {
        await using var lease = await leases.HoldAsync(LeaseOf(live), cancellationToken);
        if (lease is null || await requests.FindAsync(live.Name, request, cancellationToken) is not { HasEnded: false })
        {
            return;
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lease.Lost);
        try
        {
            using var activity = Telemetry.Begin("run");
            await requests.StartAsync(request, stop.Token);
            await RunStagesAsync(live, new RunProgress(requests, request, clock), stop.Token);
            await requests.EndAsync(request, null, await RunOfAsync(live, stop.Token), stop.Token);
        }
        catch (VectorStoreException fault) when (fault.RetryAfter is not null)
        {
            await requests.PutBackAsync(request, CancellationToken.None);
        }
        catch (Exception fault) when (fault is JobException or VectorStoreException && !StorageFault.IsOfDatabase(fault))
        {
            await requests.EndAsync(request, fault.Message, null, CancellationToken.None);
        }
    }

    private Task<long?> RunOfAsync(LiveWorkspace live, CancellationToken cancellationToken) =>
        live.WriteAsync(workspace => Task.FromResult(new MiningRuns(workspace, clock).Current), cancellationToken);

    private async Task RunStagesAsync(LiveWorkspace live, RunProgress progress, CancellationToken cancellationToken)
    {
        var tools = await live.WriteAsync(workspace => Task.FromResult(models.Tools(new WorkspaceModel(workspace).Current)), cancellationToken);
        await new RunPreparation(live, _carrier, tools, _options, clock, progress).RunAsync(cancellationToken);
        await live.WorkBesideAsync(
            async workspace =>
            {
                await new MiningPipeline(workspace, tools, _options, clock).RunCorpusStagesAsync(progress, cancellationToken);
                await RenewAsync(live, workspace, cancellationToken);
                return true;
            },
            cancellationToken);
        notices.Tell(new PostsArrived(live.Name));
    }

    // Read here, while posts go on being carried by what was known before.
    private static async Task RenewAsync(LiveWorkspace live, Workspace view, CancellationToken cancellationToken)
    {
        var masking = StandingKnowledge.ReadMasking(view);
        await live.Carrying.WaitAsync(cancellationToken);
        try
        {
            live.Knowledge.Renew(view, masking);
        }
        finally
        {
            live.Carrying.Release();
        }
    }
}
