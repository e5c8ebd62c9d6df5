using MassTransit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TextSeg.Engine.Hosting;
using TextSeg.Engine.Messages;

namespace TextSeg.Server;

/// <summary>When the service starts, tells of the work that an earlier process left: the rows are the truth, messages may be lost.</summary>
internal sealed class UnfinishedWork(WorkspaceRegistry workspaces, RunRequests requests, IBus bus, ILogger<UnfinishedWork> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var (known, open) = (await workspaces.ListAsync(stoppingToken), await requests.OpenAsync(stoppingToken));
        foreach (var workspace in known)
        {
            await bus.Publish(new PostsArrived(workspace.Name), stoppingToken);
        }

        foreach (var request in open)
        {
            await bus.Publish(new RunRequested(request.Workspace, request.Id), stoppingToken);
        }

        Log.GoesOn(logger, known.Count, open.Count);
    }
}
