using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using TextSeg.Engine;
using TextSeg.Engine.Access;
using TextSeg.Engine.Comparison;
using TextSeg.Engine.Disclosure;
using TextSeg.Engine.Hosting;
using TextSeg.Engine.Messages;
using TextSeg.Server.Access;

namespace TextSeg.Server.Api;

/// <summary>…/runs: finding topics and segments anew, and how far that is.</summary>
internal static class RunsApi
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(500);

    public static void MapRuns(this RouteGroupBuilder workspace)
    {
        var group = workspace.MapGroup("/runs").WithTags("Runs");
        group.MapPost("", StartAsync).Needs(Right.Mine).Audited("runs.start").WithSummary("Find topics, profiles and segments anew. While a request waits, it is that one.");
        group.MapGet("", ListAsync).Needs(Right.Read).WithSummary("Requests for runs, the newest first.");
        group.MapGet("/{id:long}", GetAsync).Needs(Right.Read).WithSummary("How far a run is.");
        group.MapGet("/{id:long}/comparison", CompareAsync).Needs(Right.Read).Audited("runs.compare").WithSummary("What a run changed: topics and segments that came, went, split, merged, grew or shrank, and how many members went where. Small groups are left out.");
        group.MapGet("/{id:long}/progress", ProgressAsync).Needs(Right.Read).WithSummary("How far a run is, told as server-sent events until it has ended.");
    }

    private static async Task<Accepted<RunRequest>> StartAsync(WorkspaceFeature of, RunRequests requests, WorkNotices notices, CancellationToken cancellation)
    {
        var request = await requests.AddAsync(of.Live.Name, cancellation);
        notices.Tell(new RunRequested(of.Live.Name, request.Id));
        return TypedResults.Accepted($"/api/v1/workspaces/{of.Live.Name}/runs/{request.Id}", request);
    }

    private static async Task<Ok<Page<RunRequest>>> ListAsync(WorkspaceFeature of, RunRequests requests, CancellationToken cancellation, int? limit = null, string? cursor = null)
    {
        var size = Paging.Limit(limit);
        return TypedResults.Ok(Paging.Of(await requests.ListAsync(of.Live.Name, Paging.Position(cursor), size + 1, cancellation), size, request => request.Id));
    }

    private static async Task<Ok<RunRequest>> GetAsync(WorkspaceFeature of, long id, RunRequests requests, CancellationToken cancellation) =>
        TypedResults.Ok(await FindAsync(of, id, requests, cancellation));

    private static async Task<Ok<RunComparison>> CompareAsync(WorkspaceFeature of, long id, RunRequests requests, IOptions<ServiceOptions> options, CancellationToken cancellation)
    {
        var run = (await FindAsync(of, id, requests, cancellation)).Run ?? throw new JobException($"Request {id} has made no run yet.") { IsMissing = true };
        using var workspace = of.Live.OpenToRead();
        return TypedResults.Ok(DisclosedComparison.Read(workspace, run, options.Value.MinimumMembers));
    }

    private static async Task<ServerSentEventsResult<RunRequest>> ProgressAsync(WorkspaceFeature of, long id, RunRequests requests, TimeProvider clock, CancellationToken cancellation)
    {
        var first = await FindAsync(of, id, requests, cancellation);
        return TypedResults.ServerSentEvents(FollowAsync(first, of.Live.Name, requests, clock, cancellation), eventType: "progress");
    }

    private static async IAsyncEnumerable<RunRequest> FollowAsync(RunRequest first, string workspace, RunRequests requests, TimeProvider clock, [EnumeratorCancellation] CancellationToken cancellation)
    {
        yield return first;
        for (var last = first; !last.HasEnded;)
        {
            await Task.Delay(LookEvery, clock, cancellation);
            if (await requests.FindAsync(workspace, last.Id, cancellation) is { } now && now != last)
            {
                yield return last = now;
            }
        }
    }

    private static async Task<RunRequest> FindAsync(WorkspaceFeature of, long id, RunRequests requests, CancellationToken cancellation) =>
        await requests.FindAsync(of.Live.Name, id, cancellation) ?? throw new JobException($"The workspace has no request {id} for a run.") { IsMissing = true };
}
