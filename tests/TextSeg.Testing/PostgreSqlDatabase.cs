using Npgsql;

namespace TextSeg.Testing;

/// <summary>A database of its own on a server for tests; gone when it is disposed of.</summary>
public sealed class PostgreSqlDatabase : IDisposable
{
    private readonly NpgsqlConnectionStringBuilder _server;

    private PostgreSqlDatabase(Uri server)
    {
        var (user, name) = (server.UserInfo.Split(':'), $"test_{Path.GetRandomFileName().Replace(".", "", StringComparison.Ordinal)}");
        _server = new NpgsqlConnectionStringBuilder { Host = server.Host, Port = server.Port, Username = user[0], Password = Uri.UnescapeDataString(user[1]), Database = server.AbsolutePath.Trim('/'), Pooling = false };
        (Name, Address) = (name, new UriBuilder(server) { Path = name }.Uri.ToString());
        Execute($"CREATE DATABASE {name}");
    }

    /// <summary>The database's name.</summary>
    public string Name { get; }

    /// <summary>Its address, as the settings take it.</summary>
    public string Address { get; }

    /// <summary>Makes one on the server of the tests; the running test is skipped, visibly, when there is none.</summary>
    public static PostgreSqlDatabase MakeOrSkip() => MakeOn(PostgreSqlServer.AddressOrSkip());

    /// <summary>Makes one on a server.</summary>
    public static PostgreSqlDatabase MakeOn(string server) => new(new Uri(server));

    /// <summary>All that its tables hold, row by row as text, with what the planner remembers of common values.</summary>
    public IReadOnlyList<string> Rows()
    {
        using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_server.ConnectionString) { Database = Name }.ConnectionString);
        connection.Open();
        var tables = Texts(connection, "SELECT format('%I.%I', schemaname, tablename) FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')");
        return [.. tables.Append("pg_stats").SelectMany(table => Texts(connection, $"SELECT CAST(t AS text) FROM {table} AS t"))];
    }

    public void Dispose() => Execute($"DROP DATABASE IF EXISTS {Name} WITH (FORCE)");

    private void Execute(string sql)
    {
        using var connection = new NpgsqlConnection(_server.ConnectionString);
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    private static List<string> Texts(NpgsqlConnection connection, string sql)
    {
        using var command = new NpgsqlCommand(sql, connection);
        using var reader = command.ExecuteReader();
        List<string> texts = [];
        while (reader.Read())
        {
            texts.Add(reader.GetString(0));
        }

        return texts;
    }
}
