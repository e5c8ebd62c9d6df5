using Microsoft.Extensions.DependencyInjection;
using Quartz;
using TextSeg.Engine.Hosting;
using TextSeg.Engine.MemberRights;
using TextSeg.Engine.Schedules;

namespace TextSeg.Server.Schedules;

/// <summary>What the service does by itself. Quartz only wakes the jobs: what is due stands in the catalog, so nothing is lost with the process, and of several processes one does it.</summary>
internal static class ServiceSchedules
{
    private static readonly TimeSpan TryAgain = TimeSpan.FromHours(1);

    public static void AddSchedules(this IServiceCollection services, ScheduleOptions options)
    {
        services.AddSingleton<RefreshSchedules>().AddSingleton<RetentionRules>().AddSingleton<WorkspaceRetention>();
        services.AddQuartz(quartz =>
        {
            quartz.ScheduleJob<RefreshJob>(trigger => trigger.StartNow().WithSimpleSchedule(every => every.WithInterval(TimeSpan.FromSeconds(options.LookEverySeconds)).RepeatForever()));
            quartz.AddJob<RetentionJob>(job => job.WithIdentity(nameof(RetentionJob)));
            quartz.AddTrigger<RetentionJob>(trigger => trigger.ForJob(nameof(RetentionJob)).WithCronSchedule($"0 {options.RetentionTime!.Value.Minute} {options.RetentionTime.Value.Hour} * * ?", cron => cron.InTimeZone(TimeZoneInfo.Utc)));
            quartz.AddTrigger<RetentionJob>(trigger => trigger.ForJob(nameof(RetentionJob)).StartNow().WithSimpleSchedule(every => every.WithInterval(TryAgain).RepeatForever()));
        });
        services.AddQuartzHostedService();
    }
}
