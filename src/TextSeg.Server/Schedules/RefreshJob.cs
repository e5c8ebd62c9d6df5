using Microsoft.Extensions.Logging;
using Quartz;
using TextSeg.Engine.Messages;
using TextSeg.Engine.Schedules;

namespace TextSeg.Server.Schedules;

/// <summary>Asks for the runs that are due.</summary>
[DisallowConcurrentExecution]
internal sealed class RefreshJob(RefreshSchedules schedules, WorkNotices notices, ILogger<RefreshJob> logger) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var request in await schedules.FireDueAsync(cancellationToken))
            {
                Log.RunIsDue(logger, request.Workspace, request.Id);
                notices.Tell(new RunRequested(request.Workspace, request.Id));
            }
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            Log.LooksLater(logger, fault.GetType().Name);
        }
    }
}
