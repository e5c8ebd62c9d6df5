using Microsoft.EntityFrameworkCore;
using TextSeg.Engine.Storage.Catalog.Rows;
using TextSeg.Engine.Storage.PostgreSql;

namespace TextSeg.Engine.Storage.Catalog;

/// <summary>Where the catalog is kept: a file in the data folder, or a schema of a PostgreSQL server.</summary>
internal static class CatalogDatabase
{
    private const string FileName = "service.db";
    private const string MigrationsTable = "__EFMigrationsHistory";

    /// <summary>Whether there is one in a data folder.</summary>
    public static bool IsIn(string folder) => File.Exists(Path.Combine(folder, FileName));

    /// <summary>SQLite in a data folder.</summary>
    public static DbContextOptions<CatalogContext> InFolder(string folder) =>
        new DbContextOptionsBuilder<CatalogContext>().UseSqlite($"Data Source={Path.Combine(folder, FileName)};Default Timeout=60").Options;

    /// <summary>A schema of a server, which the connections find by their search path.</summary>
    public static DbContextOptions<CatalogContext> OnServer(DatabaseAddress address) =>
        new DbContextOptionsBuilder<CatalogContext>().UseNpgsql(PostgreSqlSchema.Settings(address), server => server.MigrationsHistoryTable(MigrationsTable, address.Schema)).Options;

    /// <summary>Writes the server's tables anew, and what its planner remembers of common values; all but the audit log, which names nobody and only grows.</summary>
    public static async Task PurgeAsync(CatalogContext context, CancellationToken cancellationToken)
    {
        var audit = context.Model.FindEntityType(typeof(StoredAuditEntry))!.GetTableName();
        foreach (var table in context.Model.GetEntityTypes().Select(entity => entity.GetTableName()!).Where(table => table != audit).Order(StringComparer.Ordinal))
        {
            await using var vacuum = context.Database.GetDbConnection().CreateCommand();
            vacuum.CommandText = $"VACUUM (FULL, ANALYZE) \"{table}\"";
            await vacuum.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
