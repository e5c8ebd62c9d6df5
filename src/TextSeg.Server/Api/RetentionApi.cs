using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using TextSeg.Engine;
using TextSeg.Engine.Access;
using TextSeg.Engine.Hosting;
using TextSeg.Engine.MemberRights;
using TextSeg.Server.Access;

namespace TextSeg.Server.Api;

/// <summary>How long posts are kept.</summary>
/// <param name="Days">Days after a post was written, 1 to 36,500.</param>
internal sealed record WantedRetention([property: Range(1, RetentionRules.MostDays)] int Days);

/// <summary>…/sources/{id}/retention and …/retention: how long posts and events of a source are kept, and what was taken out.</summary>
internal static class RetentionApi
{
    public static void MapRetention(this RouteGroupBuilder workspace)
    {
        workspace.MapGet("/retention", ListAsync).WithTags("Retention").Needs(Right.Manage).WithSummary("How long posts are kept, by source.");
        workspace.MapGet("/retention/receipts", ReceiptsAsync).WithTags("Retention").Needs(Right.Manage).WithSummary("What was taken out because its time had ended, the newest first.");
        var group = workspace.MapGroup("/sources/{id}/retention").WithTags("Retention");
        group.MapPut("", SetAsync).Needs(Right.Manage).Audited("retention.set")
            .WithSummary("Keep posts of a source for so many days. Each night older ones go as by an erasure: posts, vectors, labels, memberships, names' evidence, and members of whom nothing is left.");
        group.MapDelete("", RemoveAsync).Needs(Right.Manage).Audited("retention.remove").WithSummary("Keep posts of a source until somebody takes them out.");
        group.MapGet("/preview", Preview).Needs(Right.Manage).WithSummary("How many posts and members a rule of so many days would take out now.");
    }

    private static async Task<Ok<Page<RetentionRule>>> ListAsync(WorkspaceFeature of, RetentionRules rules, CancellationToken cancellation, int? limit = null, string? cursor = null) =>
        TypedResults.Ok(Paging.Of(await rules.ListAsync(of.Live.Name, cancellation), limit, cursor));

    private static async Task<Ok<Page<RetentionReceipt>>> ReceiptsAsync(WorkspaceFeature of, RetentionRules rules, CancellationToken cancellation, int? limit = null, string? cursor = null)
    {
        var size = Paging.Limit(limit);
        return TypedResults.Ok(Paging.Of(await rules.ReceiptsAsync(of.Live.Name, Paging.Position(cursor), size + 1, cancellation), size, receipt => receipt.Id));
    }

    private static async Task<Ok<RetentionRule>> SetAsync(WorkspaceFeature of, string id, WantedRetention body, RetentionRules rules, CancellationToken cancellation) =>
        TypedResults.Ok(await rules.SetAsync(of.Live.Name, id, body.Days, cancellation));

    private static async Task<NoContent> RemoveAsync(WorkspaceFeature of, string id, RetentionRules rules, CancellationToken cancellation) =>
        await rules.RemoveAsync(of.Live.Name, id, cancellation) ? TypedResults.NoContent() : throw new JobException("The source has no rule: its posts are kept.") { IsMissing = true };

    private static Ok<RetentionPreview> Preview(WorkspaceFeature of, string id, WorkspaceRetention retention, int days) => days is >= 1 and <= RetentionRules.MostDays
        ? TypedResults.Ok(retention.Preview(of.Live, id, days))
        : throw new JobException($"Days must lie between 1 and {RetentionRules.MostDays:N0}.") { IsWrongUse = true };
}
