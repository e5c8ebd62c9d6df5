using System.Data.Common;
using Npgsql;

namespace TextSeg.Engine.Storage.PostgreSql;

/// <summary>How a schema is opened. The right to write is an advisory lock of the server: it ends with the connection, however that ends.</summary>
internal static class PostgreSqlSchema
{
    /// <summary>Opens a schema to write; it is made where there is none.</summary>
    /// <exception cref="JobException">Another process writes there.</exception>
    public static DbConnection OpenToWrite(DatabaseAddress address)
    {
        var connection = Open(address, pooling: false);
        try
        {
            if (!connection.Query("SELECT pg_try_advisory_lock(hashtextextended($1, 0))", row => row.GetBoolean(0), "textseg " + address.Schema).Single())
            {
                throw new JobException($"Another textseg is writing to {address}: wait until it has finished, or name another data folder.");
            }

            if (!Exists(connection, address.Schema))
            {
                connection.Execute($"CREATE SCHEMA {address.Schema}");
            }

            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Opens a schema whose lock is held elsewhere in this process.</summary>
    public static DbConnection OpenBeside(DatabaseAddress address) => Open(address, pooling: true);

    /// <summary>Opens a schema to read; null where nothing was written yet.</summary>
    public static DbConnection? OpenToRead(DatabaseAddress address)
    {
        var connection = Open(address, pooling: true);
        if (connection.Provider.HasTable(connection, "Settings"))
        {
            return connection;
        }

        connection.Dispose();
        return null;
    }

    private static bool Exists(DbConnection connection, string schema) => connection.Any("SELECT 1 FROM pg_catalog.pg_namespace WHERE nspname = $1", schema);

    // A connection that holds a lock does not go back to a pool, where it would keep the lock.
    private static NpgsqlConnection Open(DatabaseAddress address, bool pooling)
    {
        var settings = new NpgsqlConnectionStringBuilder(address.Connection.ConnectionString) { SearchPath = address.Schema, Pooling = pooling };
        var connection = new NpgsqlConnection(settings.ConnectionString);
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
