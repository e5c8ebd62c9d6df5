using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TextSeg.Engine;
using TextSeg.Engine.Hosting;
using TextSeg.Engine.Vectors;

namespace TextSeg.Server;

/// <summary>Keeps what searches hold in memory in line with what comes in, so that the first search after a start or after many posts does not wait for it.</summary>
internal sealed class SearchPreparation(WorkspaceRegistry workspaces, TimeProvider clock, ILogger<SearchPreparation> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        do
        {
            try
            {
                foreach (var workspace in await workspaces.ListAsync(stoppingToken))
                {
                    await Task.Run(() => workspaces.Open(workspace.Name).PrepareSearchesAsync(stoppingToken), stoppingToken);
                }
            }
            catch (Exception fault) when (fault is JobException or VectorStoreException or System.Data.Common.DbException)
            {
                Log.LooksLater(logger, fault.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
