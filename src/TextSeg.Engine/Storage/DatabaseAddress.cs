using Npgsql;
using TextSeg.Engine.Storage.PostgreSql;

namespace TextSeg.Engine.Storage;

/// <summary>A schema of a PostgreSQL server. Shown without its password.</summary>
public sealed class DatabaseAddress
{
    private const string Form = "postgres://USER:PASSWORD@HOST:PORT/DATABASE";
    private const int LongestSchema = 63;

    private DatabaseAddress(NpgsqlConnectionStringBuilder connection, string schema)
    {
        (Connection, Schema) = (connection, schema);
    }

    /// <summary>The schema that holds the tables.</summary>
    public string Schema { get; }

    /// <summary>How to connect; with the password.</summary>
    internal NpgsqlConnectionStringBuilder Connection { get; }

    /// <summary>Reads an address, <c>postgres://user:password@host:port/database?sslmode=require</c>; the port is 5432 unless given, what follows the question mark are Npgsql's settings.</summary>
    /// <param name="url">The address.</param>
    /// <param name="schema">The schema that holds the tables: a letter, then letters, digits and underscores, 63 at most.</param>
    /// <exception cref="JobException">It is no such address.</exception>
    public static DatabaseAddress Parse(string url, string schema)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("postgres" or "postgresql") || uri.Host.Length == 0 || uri.AbsolutePath.Trim('/').Length == 0)
        {
            throw new JobException($"The database's address is not understood: write {Form}.") { IsWrongUse = true };
        }

        return new DatabaseAddress(ConnectionStrings.Of(uri), Checked(schema));
    }

    /// <summary>The schema of a workspace's name: <c>ws_</c> and the name in small letters, what PostgreSQL takes unquoted only.</summary>
    public static string SchemaOf(string workspace)
    {
        var name = string.Concat(workspace.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));
        return "ws_" + name[..Math.Min(name.Length, LongestSchema - 3)];
    }

    /// <summary>The schema of the workspace that lies in a data folder.</summary>
    public static string SchemaOfFolder(string folder) => SchemaOf(NameOfFolder(folder));

    /// <summary>What the workspace that lies in a data folder is called on servers.</summary>
    public static string NameOfFolder(string folder) => Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));

    /// <summary>Another schema of the same database.</summary>
    /// <exception cref="JobException">The schema is no name that PostgreSQL takes unquoted.</exception>
    public DatabaseAddress InSchema(string schema) => new(Connection, Checked(schema));

    /// <summary>Server, database and schema.</summary>
    public override string ToString() => $"{Connection.Host}:{Connection.Port}/{Connection.Database}, schema {Schema}";

    private static string Checked(string schema) =>
        schema.Length is > 0 and <= LongestSchema && schema.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_') && !char.IsAsciiDigit(schema[0])
            ? schema
            : throw new JobException($"The schema {schema} is not a name that PostgreSQL takes unquoted: use small letters, digits and underscores, {LongestSchema} at most.") { IsWrongUse = true };
}
