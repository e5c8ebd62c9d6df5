using Microsoft.Extensions.Diagnostics.HealthChecks;
using TextSeg.Engine.Hosting;
using TextSeg.Engine.Vectors;

namespace TextSeg.Server.Health;

/// <summary>Whether the server of vectors can be reached, where there is one. Without it the service goes on in part: results are read and posts taken in, but none are searched or encoded.</summary>
internal sealed class VectorHealth(WorkspaceRegistry workspaces) : IHealthCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            await workspaces.CheckVectorsAsync(patience.Token);
            return HealthCheckResult.Healthy();
        }
        catch (Exception fault) when (fault is VectorStoreException || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return HealthCheckResult.Degraded("Qdrant cannot be reached: results are read and posts taken in, but searches and encoding wait for it");
        }
    }
}
