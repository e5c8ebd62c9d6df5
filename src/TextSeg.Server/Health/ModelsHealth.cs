using Microsoft.Extensions.Diagnostics.HealthChecks;
using TextSeg.Engine;
using TextSeg.Engine.Hosting;
using TextSeg.Nlp.ModelFiles;

namespace TextSeg.Server.Health;

/// <summary>Whether the shipped encoder can be loaded; once it is, the look costs nothing.</summary>
internal sealed class ModelsHealth(ServiceModels models) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            models.Tools();
            return Task.FromResult(models.Classifier is null ? HealthCheckResult.Degraded("No model reads moods: posts are encoded and placed, but not read.") : HealthCheckResult.Healthy());
        }
        catch (Exception fault) when (fault is InvalidModelException or JobException or IOException)
        {
            return Task.FromResult(HealthCheckResult.Unhealthy("The encoder cannot be loaded: look into its folder."));
        }
    }
}
