using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace TextSeg.Server.Health;

/// <summary>Whether the disk of the data folder has room.</summary>
internal sealed class DiskHealth(IOptions<ServiceOptions> options) : IHealthCheck
{
    private const int TooLittlePart = 10;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var (free, least) = (new DriveInfo(Path.GetFullPath(options.Value.Data)).AvailableFreeSpace >> 20, options.Value.Health.LeastFreeMebibytes);
        var sentence = string.Create(CultureInfo.InvariantCulture, $"The disk of the data folder has {free:N0} MiB left.");
        return Task.FromResult(free >= least ? HealthCheckResult.Healthy() : free * TooLittlePart >= least ? HealthCheckResult.Degraded(sentence) : HealthCheckResult.Unhealthy(sentence));
    }
}
