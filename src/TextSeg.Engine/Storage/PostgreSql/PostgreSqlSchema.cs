using System.Data.Common;
using Npgsql;

namespace TextSeg.Engine.Storage.PostgreSql;

/// <summary>How a schema is opened. The right to write is an advisory lock of the server: it ends with the connection, however that ends.</summary>
internal static class PostgreSqlSchema
{
    /// <summary>Opens a schema for a writer that is alone as long as the connection is open; it is made where there is none.</summary>
    /// <exception cref="JobException">Another process writes there.</exception>
    public static DbConnection OpenToWrite(DatabaseAddress address) => Open(address, pooling: false, connection =>
    {
        if (!AdvisoryLock.ToWrite(address.Schema).TryTake(connection) || !AdvisoryLock.OfVectors(address.Schema).TryTake(connection))
        {
            throw new JobException($"Another textseg is writing to {address}: wait until it has finished, or name another data folder.");
        }

        Make(connection, address.Schema);
    });

    /// <summary>Opens a schema for a writer that takes turns with those of other processes.</summary>
    /// <param name="address">Where it is.</param>
    /// <param name="sharesVectors">Whether a server keeps the vectors; files are written by one process.</param>
    /// <exception cref="JobException">Vectors are files, and another process writes there; or vectors are on a server, and another process has them in files.</exception>
    public static DbConnection OpenToShare(DatabaseAddress address, bool sharesVectors) => Open(address, pooling: false, connection =>
    {
        var vectors = AdvisoryLock.OfVectors(address.Schema);
        if (!(sharesVectors ? vectors.TryShare(connection) : vectors.TryTake(connection)))
        {
            throw new JobException(sharesVectors
                ? $"Another textseg works on {address} with vectors in its data folder: end it, or start it with Vectors=qdrant as well."
                : $"Another textseg works on {address}, and vectors in a data folder are written by one process: end the other one, or let both share the work with Vectors=qdrant.");
        }
    });

    /// <summary>Waits for the right to write a schema and opens it; it is made where there is none.</summary>
    public static DbConnection OpenToChange(DatabaseAddress address) => Open(address, pooling: false, connection =>
    {
        AdvisoryLock.ToWrite(address.Schema).TakeAsync(connection, CancellationToken.None).GetAwaiter().GetResult();
        Make(connection, address.Schema);
    });

    /// <summary>Opens a schema whose lock is held elsewhere in this process.</summary>
    public static DbConnection OpenBeside(DatabaseAddress address) => Open(address, pooling: true, connection => connection.Any("SELECT 1"));

    /// <summary>Opens a schema to read; null where nothing was written yet.</summary>
    public static DbConnection? OpenToRead(DatabaseAddress address)
    {
        var isThere = false;
        var connection = Open(address, pooling: true, opened => isThere = opened.Provider.HasTable(opened, "Settings"));
        if (isThere)
        {
            return connection;
        }

        connection.Dispose();
        return null;
    }

    /// <summary>Whether a workspace was written into a schema.</summary>
    public static bool IsWritten(DatabaseAddress address)
    {
        using var connection = OpenToRead(address);
        return connection is not null;
    }

    /// <summary>How pooled connections find a schema.</summary>
    public static string Settings(DatabaseAddress address) => Settings(address, pooling: true);

    private static string Settings(DatabaseAddress address, bool pooling) =>
        new NpgsqlConnectionStringBuilder(address.Connection.ConnectionString) { SearchPath = address.Schema, Pooling = pooling }.ConnectionString;

    private static void Make(DbConnection connection, string schema)
    {
        if (!connection.Any("SELECT 1 FROM pg_catalog.pg_namespace WHERE nspname = $1", schema))
        {
            connection.Execute($"CREATE SCHEMA {schema}");
        }
    }

    // A connection of the pool may have died with the server since; the first that is found dead empties the pool. A connection that holds a lock is not of the pool, where it would keep the lock.
    private static NpgsqlConnection Open(DatabaseAddress address, bool pooling, Action<DbConnection> first)
    {
        try
        {
            return OpenOnce(address, pooling, first);
        }
        catch (NpgsqlException fault) when (pooling && fault is not PostgresException { SqlState: not (PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown) })
        {
            return OpenOnce(address, pooling, first);
        }
    }

    private static NpgsqlConnection OpenOnce(DatabaseAddress address, bool pooling, Action<DbConnection> first)
    {
        var connection = new NpgsqlConnection(Settings(address, pooling));
        try
        {
            connection.Open();
            first(connection);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
