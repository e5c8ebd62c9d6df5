using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using TextSeg.Engine.Access;

namespace TextSeg.Server.Access;

/// <summary>How many requests a key may make in a minute; whoever has no key is counted by address, and signing in has a smaller number of its own.</summary>
internal static class RateLimits
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static void AddRateLimits(this IServiceCollection services, ServiceOptions options) => services.AddRateLimiter(limiter =>
    {
        limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => Partition(context, options));
        limiter.OnRejected = RejectAsync;
    });

    private static RateLimitPartition<string> Partition(HttpContext context, ServiceOptions options)
    {
        var address = context.Connection.RemoteIpAddress?.ToString();
        return context.Request.Path.StartsWithSegments("/sign-in", StringComparison.OrdinalIgnoreCase) ? Counted($"sign-in {address}", options.SignInsPerMinute)
            : context.Features.Get<AccessKey>() is { } key ? Counted($"key {key.Id}", options.RequestsPerMinute)
            : Counted($"address {address}", options.RequestsPerMinute);
    }

    private static RateLimitPartition<string> Counted(string who, int perMinute) =>
        RateLimitPartition.GetFixedWindowLimiter(who, _ => new FixedWindowRateLimiterOptions { PermitLimit = perMinute, Window = Window });

    private static async ValueTask RejectAsync(OnRejectedContext rejected, CancellationToken cancellationToken)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var told) ? told : Window;
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        rejected.HttpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        await TypedResults.Problem(title: "Too many requests.", detail: $"Wait {seconds} seconds, then send fewer in a minute.", statusCode: StatusCodes.Status429TooManyRequests)
            .ExecuteAsync(rejected.HttpContext);
    }
}
