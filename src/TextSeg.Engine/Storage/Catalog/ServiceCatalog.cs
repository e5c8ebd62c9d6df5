using Microsoft.EntityFrameworkCore;
using TextSeg.Engine.Hosting;
using TextSeg.Engine.Storage.PostgreSql;

namespace TextSeg.Engine.Storage.Catalog;

/// <summary>What the service remembers of itself: workspaces, keys, requests, who did what. Safe to use from several threads: each view is its own.</summary>
public sealed class ServiceCatalog
{
    private readonly DbContextOptions<CatalogContext> _options;
    private readonly string _place;

    private ServiceCatalog(DbContextOptions<CatalogContext> options, string place) => (_options, _place) = (options, place);

    /// <summary>Whether a service has worked there, as far as can be told without opening a server.</summary>
    public static bool IsThere(ServicePlace place) => place.Database is not null || CatalogDatabase.IsIn(place.Folder);

    /// <summary>Opens the catalog in a data folder; what is missing is made, an older schema is brought up to date.</summary>
    /// <exception cref="JobException">The folder cannot be written, or a newer version made the catalog.</exception>
    public static ServiceCatalog Open(string folder) => Open(new ServicePlace(folder));

    /// <summary>Opens the catalog of a service; what is missing is made, an older schema is brought up to date. Several processes may do so at once.</summary>
    /// <exception cref="JobException">The folder cannot be written, the server cannot be reached, or a newer version made the catalog.</exception>
    public static ServiceCatalog Open(ServicePlace place)
    {
        try
        {
            Directory.CreateDirectory(place.Folder);
            if (place.Database is not { } server)
            {
                var catalog = new ServiceCatalog(CatalogDatabase.InFolder(place.Folder), place.Folder);
                catalog.Migrate();
                return catalog;
            }

            using var alone = PostgreSqlSchema.OpenToChange(server);
            var shared = new ServiceCatalog(CatalogDatabase.OnServer(server), server.ToString());
            shared.Migrate();
            return shared;
        }
        catch (Exception fault) when (fault is not JobException && StorageFault.Translate(fault, new WorkspaceAddress(place.Folder) { Server = place.Database }) is { } clear)
        {
            throw clear;
        }
    }

    /// <summary>A fresh view of the tables.</summary>
    public CatalogContext CreateContext() => new(_options);

    /// <summary>Deletes rows so that no byte of them stays behind in the database's files.</summary>
    public async Task PurgeAsync(Func<CatalogContext, Task> delete, CancellationToken cancellationToken = default)
    {
        await using var context = CreateContext();
        await context.Database.OpenConnectionAsync(cancellationToken);
        if (!context.Database.IsSqlite())
        {
            await delete(context);
            await CatalogDatabase.PurgeAsync(context, cancellationToken);
            return;
        }

        await context.Database.ExecuteSqlRawAsync("PRAGMA secure_delete=ON", cancellationToken);
        await delete(context);
        await context.Database.ExecuteSqlRawAsync("VACUUM", cancellationToken);
        await context.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", cancellationToken);
    }

    private void Migrate()
    {
        using var context = CreateContext();
        if (context.Database.GetAppliedMigrations().Except(context.Database.GetMigrations()).Any())
        {
            throw new JobException($"A newer textseg wrote the service's tables in {_place}: use that version, or serve another place.");
        }

        context.Database.Migrate();
        if (context.Database.IsSqlite())
        {
            context.Database.ExecuteSqlRaw("PRAGMA journal_mode=WAL");
        }
    }
}
