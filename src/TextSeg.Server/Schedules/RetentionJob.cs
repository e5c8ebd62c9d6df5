using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Quartz;
using TextSeg.Engine.Hosting;

namespace TextSeg.Server.Schedules;

/// <summary>Takes posts out whose time to be kept has ended: each night, and later where the service did not run then or a run was at work.</summary>
[DisallowConcurrentExecution]
internal sealed class RetentionJob(WorkspaceRetention retention, IOptions<ServiceOptions> options, TimeProvider clock, ILogger<RetentionJob> logger) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        try
        {
            await retention.RunDueAsync(LastNight(clock.GetUtcNow(), options.Value.Schedules.RetentionTime!.Value), cancellationToken);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            Log.LooksLater(logger, fault.GetType().Name);
        }
    }

    /// <summary>When it was that time of day last.</summary>
    internal static DateTimeOffset LastNight(DateTimeOffset now, TimeOnly time)
    {
        var today = new DateTimeOffset(now.UtcDateTime.Date + time.ToTimeSpan(), TimeSpan.Zero);
        return today <= now ? today : today.AddDays(-1);
    }
}
