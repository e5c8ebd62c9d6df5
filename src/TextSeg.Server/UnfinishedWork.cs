using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TextSeg.Engine;
using TextSeg.Engine.Hosting;
using TextSeg.Engine.Messages;

namespace TextSeg.Server;

/// <summary>Tells of work that waits: what an earlier process left when the service starts, and later, now and then, what a message was lost for. The rows are the truth.</summary>
internal sealed class UnfinishedWork(
    WorkspaceRegistry workspaces, RunRequests requests, WorkNotices notices, TimeProvider clock, ILogger<UnfinishedWork> logger) : BackgroundService
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
        var (known, open) = (await workspaces.ListAsync(stoppingToken), await requests.OpenAsync(stoppingToken));
        Tell(known.Select(workspace => workspace.Name), open);
        Log.GoesOn(logger, known.Count, open.Count);
        using var timer = new PeriodicTimer(LookEvery, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await LookAsync(stoppingToken);
        }
    }

    private async Task LookAsync(CancellationToken stoppingToken)
    {
        try
        {
            List<string> waiting = [];
            foreach (var workspace in await workspaces.ListAsync(stoppingToken))
            {
                if (workspaces.Open(workspace.Name).HasFree(clock.GetUtcNow()))
                {
                    waiting.Add(workspace.Name);
                }
            }

            Tell(waiting, (await requests.OpenAsync(stoppingToken)).Where(request => request.State == RunRequests.Waiting));
        }
        catch (Exception fault) when (fault is JobException or System.Data.Common.DbException)
        {
            Log.LooksLater(logger, fault.GetType().Name);
        }
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
