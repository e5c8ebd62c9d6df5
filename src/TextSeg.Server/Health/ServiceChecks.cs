using Microsoft.Extensions.DependencyInjection;
using TextSeg.Engine.Status;

namespace TextSeg.Server.Health;

/// <summary>What a process looks at to tell how it is, and how others learn that it is there.</summary>
internal static class ServiceChecks
{
    /// <summary>The looks behind /health/ready, beside the bus's own.</summary>
    public static void AddChecks(this IServiceCollection services) =>
        services.AddHealthChecks().AddCheck<CatalogHealth>("catalog").AddCheck<ModelsHealth>("models").AddCheck<DiskHealth>("disk").AddCheck<WaitingHealth>("waiting").AddCheck<VectorHealth>("vectors");

    /// <summary>Lets others know that this process is at work.</summary>
    public static void AddPresence(this IServiceCollection services, string role) =>
        services.AddHostedService(provider => ActivatorUtilities.CreateInstance<ProcessPresence>(provider, role));
}
