using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using TextSeg.Engine;
using TextSeg.Engine.Access;
using TextSeg.Engine.Hosting;
using TextSeg.Engine.Messages;
using TextSeg.Server.Access;

namespace TextSeg.Server.Api;

/// <summary>…/dead-letters: messages that failed for good.</summary>
internal static class DeadLettersApi
{
    public static void MapDeadLetters(this RouteGroupBuilder workspace)
    {
        var group = workspace.MapGroup("/dead-letters").WithTags("Dead letters");
        group.MapGet("", ListAsync).Needs(Right.Manage).WithSummary("Messages that failed for good, the newest first, each with its reason. The work that they told of still waits.");
        group.MapPost("/{id:long}/replay", ReplayAsync).Needs(Right.Manage).Audited("dead-letters.replay").WithSummary("Send a message once more. It leaves the list, and comes back if it fails again.");
    }

    private static async Task<Ok<Page<DeadLetter>>> ListAsync(WorkspaceFeature of, DeadLetters letters, CancellationToken cancellation, int? limit = null, string? cursor = null) =>
        TypedResults.Ok(Paging.Of(await letters.ListAsync(of.Live.Name, cancellation), limit, cursor));

    private static async Task<Accepted> ReplayAsync(WorkspaceFeature of, long id, DeadLetters letters, WorkNotices notices, CancellationToken cancellation)
    {
        notices.Tell(await letters.TakeAsync(of.Live.Name, id, cancellation) ?? throw new JobException($"There is no dead letter {id}.") { IsMissing = true });
        return TypedResults.Accepted((string?)null);
    }
}
