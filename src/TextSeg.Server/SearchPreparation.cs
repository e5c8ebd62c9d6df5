using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TextSeg.Engine.Hosting;

namespace TextSeg.Server;

/// <summary>Keeps what searches hold in memory in line with what comes in, so that the first search after a start or after many posts does not wait for it.</summary>
internal sealed class SearchPreparation(WorkspaceRegistry workspaces, TimeProvider clock, ILogger<SearchPreparation> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        var isAway = false;
        do
        {
            try
            {
                foreach (var workspace in await workspaces.ListAsync(stoppingToken))
                {
                    await Task.Run(() => workspaces.Open(workspace.Name).PrepareSearchesAsync(stoppingToken), stoppingToken);
                }

                isAway = false;
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                // Whatever it was: a search says it too, and it must not end the service. It is told once, not at every look.
                if (!isAway)
                {
                    Log.LooksLater(logger, fault.GetType().Name);
                }

                isAway = true;
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
