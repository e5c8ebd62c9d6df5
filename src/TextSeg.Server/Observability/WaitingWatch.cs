using System.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TextSeg.Engine.Hosting;

namespace TextSeg.Server.Observability;

/// <summary>Looks now and then how many posts wait in each workspace, and since when: the depth of the queue and its lag, since the rows are the queue.</summary>
internal sealed class WaitingWatch : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(15);
    private readonly WorkspaceRegistry _workspaces;
    private readonly TimeProvider _clock;
    private readonly ILogger<WaitingWatch> _logger;

    public WaitingWatch(WorkspaceRegistry workspaces, IMeterFactory meters, TimeProvider clock, ILogger<WaitingWatch> logger)
    {
        (_workspaces, _clock, _logger) = (workspaces, clock, logger);
        var meter = meters.Create(Server.Telemetry.Name);
        meter.CreateObservableGauge("textseg.waiting.posts", () => Last.Select(one => Of(one.Posts, one)), "{post}", "Posts that wait for their stages.");
        meter.CreateObservableGauge("textseg.waiting.lag", () => Last.Select(one => Of(SecondsOf(one), one)), "s", "How long the post that came first has waited for its stages.");
    }

    /// <summary>What was seen last, for each workspace that could be read.</summary>
    public IReadOnlyList<WaitingWork> Last { get; private set; } = [];

    /// <summary>How long the first waiting post of a workspace has waited; 0 where none does.</summary>
    public double SecondsOf(WaitingWork work) => work.Since is { } since ? Math.Max(0, (_clock.GetUtcNow() - since).TotalSeconds) : 0;

    /// <summary>Looks now.</summary>
    internal async Task LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            List<WaitingWork> seen = [];
            foreach (var entry in await _workspaces.ListAsync(cancellationToken))
            {
                using var workspace = _workspaces.Open(entry.Name).OpenToRead();
                seen.Add(WaitingWork.Read(entry.Name, workspace));
            }

            Last = seen;
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            Log.LooksLater(_logger, fault.GetType().Name);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(LookEvery, _clock);
        do
        {
            await LookAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private static Measurement<T> Of<T>(T value, WaitingWork one) where T : struct => new(value, KeyValuePair.Create<string, object?>("workspace", one.Workspace));
}
