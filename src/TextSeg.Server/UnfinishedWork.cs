using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TextSeg.Engine.Hosting;
using TextSeg.Engine.Messages;

namespace TextSeg.Server;

/// <summary>Tells of work that waits: what an earlier process left when the service starts, and later, now and then, what a message was lost for. The rows are the truth.</summary>
internal sealed class UnfinishedWork(
    WorkspaceRegistry workspaces, RunRequests requests, Leases leases, WorkNotices notices, TimeProvider clock, ILogger<UnfinishedWork> logger) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(10);

    /// <summary>Before the first request is answered: what the command line mined is a workspace too.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await workspaces.AdoptAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(LookEvery, clock);
        var isFirst = true;
        do
        {
            try
            {
                await (isFirst ? GoOnAsync(stoppingToken) : LookAsync(stoppingToken));
                isFirst = false;
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                Log.LooksLater(logger, fault.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task GoOnAsync(CancellationToken stoppingToken)
    {
        var (known, open) = (await workspaces.ListAsync(stoppingToken), await requests.OpenAsync(stoppingToken));
        Tell(known.Select(workspace => workspace.Name), open);
        Log.GoesOn(logger, known.Count, open.Count);
    }

    private async Task LookAsync(CancellationToken stoppingToken)
    {
        List<string> waiting = [];
        foreach (var workspace in await workspaces.ListAsync(stoppingToken))
        {
            await workspaces.Open(workspace.Name).LetGoOfErasedAsync(stoppingToken);
            if (workspaces.Open(workspace.Name).HasFree(clock.GetUtcNow()))
            {
                waiting.Add(workspace.Name);
            }
        }

        List<RunRequest> left = [];
        foreach (var request in await requests.OpenAsync(stoppingToken))
        {
            if (!await leases.IsHeldAsync(Leases.OfRun(request.Workspace), stoppingToken))
            {
                left.Add(request);
            }
        }

        Tell(waiting, left);
    }

    private void Tell(IEnumerable<string> waiting, IEnumerable<RunRequest> open)
    {
        foreach (var workspace in waiting)
        {
            notices.Tell(new PostsArrived(workspace));
        }

        foreach (var request in open)
        {
            notices.Tell(new RunRequested(request.Workspace, request.Id));
        }
    }
}
