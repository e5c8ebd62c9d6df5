using Microsoft.EntityFrameworkCore;
using TextSeg.Engine.Storage;
using TextSeg.Engine.Storage.Catalog;
using TextSeg.Engine.Storage.Catalog.Rows;

namespace TextSeg.Engine.Hosting;

/// <summary>The right to work on something, held until a time and renewed; one that a killed process held ends by itself (Gray and Cheriton 1989). The clocks of machines that share work must agree within half a minute.</summary>
public sealed class Leases(ServiceCatalog catalog, string owner, TimeProvider clock)
{
    private int _holds;

    /// <summary>The right to change what a run of a workspace reads.</summary>
    public static string OfRun(string workspace) => $"run/{workspace}";

    /// <summary>Holds a lease and renews it until it is disposed of. Each holder is another owner: of two pieces of work in one process one gets it.</summary>
    /// <returns>Null while another holds it.</returns>
    public async Task<HeldLease?> HoldAsync(string name, CancellationToken cancellationToken = default)
    {
        var holder = new Leases(catalog, $"{owner}/{Interlocked.Increment(ref _holds)}", clock);
        return await holder.TakeAsync(name, HeldLease.Duration, cancellationToken) ? new HeldLease(holder, name, clock) : null;
    }

    /// <summary>Takes or renews a lease.</summary>
    /// <returns>False while another holds it.</returns>
    public async Task<bool> TakeAsync(string name, TimeSpan duration, CancellationToken cancellationToken = default)
    {
        var now = clock.GetUtcNow();
        var until = now + duration;
        await using var context = catalog.CreateContext();
        var taken = await context.Leases.Where(lease => lease.Name == name && (lease.Owner == owner || lease.Until <= now))
            .ExecuteUpdateAsync(set => set.SetProperty(lease => lease.Owner, owner).SetProperty(lease => lease.Until, until), cancellationToken);
        return taken == 1 || await AddAsync(context, new StoredLease { Name = name, Owner = owner, Until = until }, cancellationToken);
    }

    /// <summary>Whether anybody holds it.</summary>
    public async Task<bool> IsHeldAsync(string name, CancellationToken cancellationToken = default)
    {
        var now = clock.GetUtcNow();
        await using var context = catalog.CreateContext();
        return await context.Leases.AnyAsync(lease => lease.Name == name && lease.Until > now, cancellationToken);
    }

    /// <summary>Gives a lease back.</summary>
    public async Task GiveBackAsync(string name, CancellationToken cancellationToken = default)
    {
        await using var context = catalog.CreateContext();
        await context.Leases.Where(lease => lease.Name == name && lease.Owner == owner).ExecuteDeleteAsync(cancellationToken);
    }

    private static async Task<bool> AddAsync(CatalogContext context, StoredLease lease, CancellationToken cancellationToken)
    {
        if (await context.Leases.AnyAsync(held => held.Name == lease.Name, cancellationToken))
        {
            return false;
        }

        try
        {
            context.Leases.Add(lease);
            await context.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException fault) when (StorageFault.IsDuplicate(fault))
        {
            // Another took it in the same moment; the key of the table lets one in.
            return false;
        }
    }
}
