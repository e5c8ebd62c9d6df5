using TextSeg.Engine.Ingestion;
using TextSeg.Engine.Storage;
using TextSeg.Engine.Streaming;
using TextSeg.Engine.Vectors;
using TextSeg.Mining;

namespace TextSeg.Engine.Hosting;

/// <summary>Runs the stages of <see cref="MiningPipeline"/> on the workspaces of a service.</summary>
public sealed class WorkspaceStages(ServiceModels models, RunRequests requests, Leases leases, TimeProvider clock)
{
    /// <summary>Posts of a turn: new posts can be stored between two.</summary>
    private const int PostsOfATurn = 512;

    /// <summary>The right to change what a run reads.</summary>
    internal static string LeaseOf(LiveWorkspace live) => $"run/{live.Name}";

    /// <summary>Makes of posts that came in what can be made of each alone, and places them in the topics that are there. Returns at once where another is at it, who then sees these posts too.</summary>
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
                while (await live.WriteAsync(workspace => Pipeline(workspace).CatchUpAsync(live.Knowledge, PostsOfATurn, null, cancellationToken), cancellationToken) is { Taken: > 0 })
                {
                }
            }
            while (!live.Asked.IsDone());
        }
        catch
        {
            live.Asked.GiveUp();
            throw;
        }
    }

    /// <summary>Finds topics, profiles and segments anew and makes them the current ones.</summary>
    public async Task RunAsync(LiveWorkspace live, long request, CancellationToken cancellationToken)
    {
        await using var lease = await leases.HoldAsync(LeaseOf(live), cancellationToken);
        if (lease is null || await requests.FindAsync(live.Name, request, cancellationToken) is not { HasEnded: false })
        {
            return;
        }

        try
        {
            await requests.StartAsync(request, cancellationToken);
            await RunStagesAsync(live, new RunProgress(requests, request, clock), cancellationToken);
            await requests.EndAsync(request, null, cancellationToken);
        }
        catch (JobException fault)
        {
            await requests.EndAsync(request, fault.Message, CancellationToken.None);
        }
    }

    private async Task RunStagesAsync(LiveWorkspace live, RunProgress progress, CancellationToken cancellationToken)
    {
        await live.WriteAsync(workspace => RunBatchStagesAsync(live, workspace, progress, cancellationToken), cancellationToken);
        var masking = await live.WorkBesideAsync(workspace => RunCorpusStagesAsync(workspace, progress, cancellationToken), cancellationToken);
        await live.WriteAsync(
            _ =>
            {
                live.Knowledge.Renew(masking);
                return Task.FromResult(true);
            },
            cancellationToken);
        await CatchUpAsync(live, cancellationToken);
    }

    private async Task<bool> RunBatchStagesAsync(LiveWorkspace live, Workspace workspace, RunProgress progress, CancellationToken cancellationToken)
    {
        await live.Knowledge.CloseStoreAsync();
        await Pipeline(workspace).RunBatchStagesAsync([], progress, cancellationToken);
        return true;
    }

    private async Task<MaskingKnowledge> RunCorpusStagesAsync(Workspace workspace, RunProgress progress, CancellationToken cancellationToken)
    {
        await Pipeline(workspace).RunCorpusStagesAsync(progress, cancellationToken);
        return StandingKnowledge.ReadMasking(workspace);
    }

    private MiningPipeline Pipeline(Workspace workspace) => new(workspace, models.Tools(new WorkspaceModel(workspace).Current), new MiningOptions(), clock);
}
