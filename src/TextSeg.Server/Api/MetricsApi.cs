using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TextSeg.Engine.Access;
using TextSeg.Server.Observability;

namespace TextSeg.Server.Api;

/// <summary>/metrics: figures of this process for Prometheus; with an administrator's key, or from this machine where the settings say so.</summary>
internal static class MetricsApi
{
    private static readonly string[] HeadersOfProxies = ["Forwarded", "X-Forwarded-For", "X-Real-IP"];

    public static void MapMetrics(this IEndpointRouteBuilder routes)
    {
        // Made now, so that it counts from the start.
        routes.ServiceProvider.GetRequiredService<MetricsPage>();
        routes.MapGet("/metrics", WriteAsync).WithTags("Health").AllowAnonymous().Produces<string>(contentType: MetricsPage.ContentType)
            .WithSummary("Figures of this process in the text form of Prometheus: posts and seconds by stage, waiting posts and their lag, seconds of models, requests. Asks for an administrator's key to all workspaces.");
    }

    private static async Task WriteAsync(HttpContext http, MetricsPage page, IOptions<ServiceOptions> options, CancellationToken cancellation)
    {
        var key = http.Features.Get<AccessKey>();
        if (!(key is { Workspace: null } && key.Allows(Right.Manage)) && !(options.Value.Telemetry.OpenMetricsHere && IsFromHere(http)))
        {
            await TypedResults.Problem(
                title: "No valid key.", detail: "Send an administrator's key to all workspaces, or set Telemetry:OpenMetricsHere and ask from this machine.",
                statusCode: key is null ? StatusCodes.Status401Unauthorized : StatusCodes.Status403Forbidden).ExecuteAsync(http);
            return;
        }

        http.Response.ContentType = MetricsPage.ContentType;
        await page.WriteAsync(http.Response.Body, cancellation);
    }

    // What a proxy on this machine passes on comes from elsewhere.
    private static bool IsFromHere(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address) && !HeadersOfProxies.Any(http.Request.Headers.ContainsKey);
}
