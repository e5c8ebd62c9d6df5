using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using TextSeg.Engine;
using TextSeg.Engine.Access;
using TextSeg.Engine.Schedules;
using TextSeg.Server.Access;

namespace TextSeg.Server.Api;

/// <summary>…/schedule: when topics and segments are found anew by themselves.</summary>
internal static class ScheduleApi
{
    public static void MapSchedule(this RouteGroupBuilder workspace)
    {
        var group = workspace.MapGroup("/schedule").WithTags("Schedule");
        group.MapGet("", GetAsync).Needs(Right.Read).WithSummary("When topics and segments are found anew by themselves, with the next time and the posts that came since the last run.");
        group.MapPut("", SetAsync).Needs(Right.Mine).Audited("schedule.set")
            .WithSummary("Find topics and segments anew after so many new posts, or after so many hours, days or months (UTC), or whichever comes first. A time that passed while the service was down is made up for once.");
        group.MapDelete("", RemoveAsync).Needs(Right.Mine).Audited("schedule.remove").WithSummary("Find them anew only when somebody asks.");
    }

    private static async Task<Ok<RefreshSchedule>> GetAsync(WorkspaceFeature of, RefreshSchedules schedules, CancellationToken cancellation) =>
        TypedResults.Ok(await schedules.FindAsync(of.Live, cancellation) ?? throw None());

    private static async Task<Ok<RefreshSchedule>> SetAsync(WorkspaceFeature of, WantedSchedule body, RefreshSchedules schedules, CancellationToken cancellation) =>
        TypedResults.Ok(await schedules.SetAsync(of.Live, body, cancellation));

    private static async Task<NoContent> RemoveAsync(WorkspaceFeature of, RefreshSchedules schedules, CancellationToken cancellation) =>
        await schedules.RemoveAsync(of.Live.Name, cancellation) ? TypedResults.NoContent() : throw None();

    private static JobException None() => new("The workspace has no schedule: PUT one here.") { IsMissing = true };
}
