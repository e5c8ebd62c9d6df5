using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace TextSeg.Server.Api;

/// <summary>How the service is.</summary>
/// <param name="Status">healthy, degraded or unhealthy.</param>
/// <param name="Reasons">One sentence for each part that is not well.</param>
internal sealed record HealthAnswer(string Status, IReadOnlyList<string> Reasons);

/// <summary>/health: for whoever watches the service; needs no key and tells nothing of what is in it.</summary>
internal static class HealthApi
{
    public const string Path = "/health";

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => TypedResults.Ok(new HealthAnswer("healthy", []))).WithTags("Health").AllowAnonymous().DisableRateLimiting().WithSummary("Whether the process answers.");
        routes.MapGet("/health/ready", ReadyAsync).WithTags("Health").AllowAnonymous().DisableRateLimiting().WithSummary("Whether it can do its work, and if not, why.");
    }

    private static async Task<Results<Ok<HealthAnswer>, JsonHttpResult<HealthAnswer>>> ReadyAsync(HealthCheckService checks, CancellationToken cancellation)
    {
        var report = await checks.CheckHealthAsync(cancellation);
        var reasons = report.Entries.Where(entry => entry.Value.Status != HealthStatus.Healthy).Select(entry => $"{entry.Key}: {Reason(entry.Key, entry.Value)}").ToArray();
        var answer = new HealthAnswer(report.Status.ToString().ToLowerInvariant(), reasons);
        return report.Status == HealthStatus.Unhealthy ? TypedResults.Json(answer, statusCode: StatusCodes.Status503ServiceUnavailable) : TypedResults.Ok(answer);
    }

    // The bus's own words hold addresses of its queues, and an exception's may hold anything.
    private static string Reason(string name, HealthReportEntry entry) => (name, entry) switch
    {
        (ServiceBus.HealthName, _) => "The message bus cannot be reached; posts are taken in, and read when it is back.",
        (_, { Exception: { } fault }) => $"A fault of the kind {fault.GetType().Name}; the log tells more.",
        _ => entry.Description ?? "It cannot be reached.",
    };
}
