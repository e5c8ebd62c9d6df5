using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using TextSeg.Server.Observability;

namespace TextSeg.Server.Health;

/// <summary>Whether posts wait too long for their stages. They are stored and not lost, so the service goes on.</summary>
internal sealed class WaitingHealth(WaitingWatch watch, IOptions<ServiceOptions> options) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var longest = watch.Last.Select(watch.SecondsOf).DefaultIfEmpty(0).Max();
        return Task.FromResult(longest <= options.Value.Health.MostWaitingSeconds
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Degraded(string.Create(CultureInfo.InvariantCulture, $"Posts wait for their stages for {longest / 60:N0} minutes: look whether workers run.")));
    }
}
