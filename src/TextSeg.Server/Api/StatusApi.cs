using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using TextSeg.Engine.Access;
using TextSeg.Engine.Status;
using TextSeg.Server.Access;

namespace TextSeg.Server.Api;

/// <summary>/status: how the service is, for whoever is on duty.</summary>
internal static class StatusApi
{
    public static void MapStatus(this RouteGroupBuilder api) =>
        api.MapGet("/status", ReadAsync).WithTags("Health").Needs(Right.Read)
            .WithSummary("How the service is: processes, room, and of each workspace that the key opens posts, waiting posts, the last run, failures, dead letters and sources that are not well.");

    private static async Task<Ok<ServiceStatus>> ReadAsync(AccessKeyFeature caller, StatusReader reader, IOptions<ServiceOptions> options, CancellationToken cancellation) =>
        TypedResults.Ok(await reader.ReadAsync(caller.Key.Opens, options.Value.Health.Limits, cancellation));
}
