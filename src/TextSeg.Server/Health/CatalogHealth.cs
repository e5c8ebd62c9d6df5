using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using TextSeg.Engine.Storage.Catalog;

namespace TextSeg.Server.Health;

/// <summary>Whether the service's own tables can be reached.</summary>
internal sealed class CatalogHealth(ServiceCatalog catalog) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var view = catalog.CreateContext();
        return await view.Database.CanConnectAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The database cannot be reached; the service goes on by itself when it is back.");
    }
}
