using Microsoft.EntityFrameworkCore;

namespace TextSeg.Engine.Storage.Catalog;

/// <summary>What the service remembers of itself: workspaces, keys, requests, who did what. Safe to use from several threads: each view is its own.</summary>
public sealed class ServiceCatalog
{
    private const string FileName = "service.db";
    private readonly DbContextOptions<CatalogContext> _options;

    private ServiceCatalog(DbContextOptions<CatalogContext> options) => _options = options;

    /// <summary>Opens the catalog in a data folder; what is missing is made, an older schema is brought up to date.</summary>
    /// <exception cref="JobException">The folder cannot be written, or a newer version made the catalog.</exception>
    public static ServiceCatalog Open(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var catalog = new ServiceCatalog(new DbContextOptionsBuilder<CatalogContext>().UseSqlite($"Data Source={Path.Combine(folder, FileName)};Default Timeout=60").Options);
            catalog.Migrate(folder);
            return catalog;
        }
        catch (Exception fault) when (fault is not JobException && StorageFault.Translate(fault, folder) is { } clear)
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
        if (!context.Database.IsSqlite())
        {
            await delete(context);
            return;
        }

        await context.Database.OpenConnectionAsync(cancellationToken);
        await context.Database.ExecuteSqlRawAsync("PRAGMA secure_delete=ON", cancellationToken);
        await delete(context);
        await context.Database.ExecuteSqlRawAsync("VACUUM", cancellationToken);
        await context.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", cancellationToken);
    }

    private void Migrate(string folder)
    {
        using var context = CreateContext();
        if (context.Database.GetAppliedMigrations().Except(context.Database.GetMigrations()).Any())
        {
            throw new JobException($"A newer textseg wrote {Path.Combine(folder, FileName)}: use that version, or serve another folder with --data.");
        }

        context.Database.Migrate();
        if (context.Database.IsSqlite())
        {
            context.Database.ExecuteSqlRaw("PRAGMA journal_mode=WAL");
        }
    }
}
