using TextSeg.Engine;
using TextSeg.Engine.Hosting;
using TextSeg.Engine.Status;
using TextSeg.Engine.Storage.Catalog;

namespace TextSeg.Server.Health;

/// <summary>How the service is, read where it keeps what it remembers, without asking it: also while it is down.</summary>
public static class StatusFromPlace
{
    /// <summary>Reads it.</summary>
    /// <param name="given">Settings of the command line.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="JobException">Settings have faults, or no service has worked there.</exception>
    public static async Task<ServiceStatus> ReadAsync(IReadOnlyDictionary<string, string?> given, CancellationToken cancellationToken)
    {
        var (options, place) = ServiceConfiguration.ReadPlace(given);
        if (!ServiceCatalog.IsThere(place))
        {
            throw new JobException($"No service has worked on {place.Folder} yet: start one with textseg serve --data {place.Folder}, or name another folder.") { IsWrongUse = true };
        }

        var catalog = ServiceCatalog.Open(place);
        using var workspaces = new WorkspaceRegistry(catalog, place, TimeProvider.System);
        return await new StatusReader(catalog, workspaces, place.Folder, TimeProvider.System).ReadAsync(_ => true, options.Health.Limits, cancellationToken);
    }
}
