using Microsoft.EntityFrameworkCore;
using TextSeg.Engine.Hosting;
using TextSeg.Engine.Storage;
using TextSeg.Engine.Storage.Catalog;

namespace TextSeg.Engine.Status;

/// <summary>Reads how the service is. It needs the data folder and the tables, not the service: it also works while that is down.</summary>
/// <param name="catalog">The service's own tables.</param>
/// <param name="workspaces">The workspaces.</param>
/// <param name="folder">The data folder.</param>
/// <param name="clock">Tells how long something waits.</param>
public sealed class StatusReader(ServiceCatalog catalog, WorkspaceRegistry workspaces, string folder, TimeProvider clock)
{
    /// <summary>Reads it.</summary>
    /// <param name="isShown">Which workspaces are told.</param>
    /// <param name="limits">From when on something is not well.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<ServiceStatus> ReadAsync(Func<string, bool> isShown, StatusLimits limits, CancellationToken cancellationToken = default)
    {
        await using var context = catalog.CreateContext();
        var reader = new WorkspaceStatusReader(context, clock);
        List<WorkspaceStatus> read = [];
        foreach (var entry in (await workspaces.ListAsync(cancellationToken)).Where(entry => isShown(entry.Name)))
        {
            read.Add(await reader.ReadAsync(workspaces.Open(entry.Name), cancellationToken));
        }

        var status = new ServiceStatus(Workspace.ProductVersion, await ProcessesAsync(context, cancellationToken), new DriveInfo(Path.GetFullPath(folder)).AvailableFreeSpace, DataBytes(), read, []);
        return status with { Reasons = [.. StatusReasons.Of(status, limits)] };
    }

    private async Task<IReadOnlyDictionary<string, int>> ProcessesAsync(CatalogContext context, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var names = await context.Leases.Where(lease => lease.Name.StartsWith(ProcessPresence.Prefix) && lease.Until > now).Select(lease => lease.Name).ToListAsync(cancellationToken);
        return names.CountBy(ProcessPresence.RoleOf).OrderBy(pair => pair.Key, StringComparer.Ordinal).ToDictionary();
    }

    private long DataBytes() =>
        new DirectoryInfo(folder).EnumerateFiles("*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true }).Sum(file => file.Exists ? file.Length : 0);
}
