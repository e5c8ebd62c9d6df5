using Npgsql;
using TextSeg.Engine.Hosting;
using TextSeg.Engine.Storage;
using TextSeg.Engine.Vectors.Qdrant;
using TextSeg.Testing.Qdrant;

namespace TextSeg.Engine.Tests;

/// <summary>Where a test's workspace lies; gone when the test ends.</summary>
public abstract class WorkspacePlace : IDisposable
{
    public TemporaryFolder Folder { get; } = new();

    public abstract WorkspaceAddress Address { get; }

    /// <summary>A service's place with its own tables there.</summary>
    public ServicePlace Service => new(Folder.Path) { Database = Address.Server };

    /// <summary>SQLite, or what TEXTSEG_TEST_ON names: "postgres", or "qdrant" (SQLite with vectors on a server). So any test of the engine can be run on each.</summary>
    public static WorkspacePlace Default() => Environment.GetEnvironmentVariable("TEXTSEG_TEST_ON") switch
    {
        "postgres" => new PostgreSqlPlace(),
        "qdrant" => new QdrantPlace(),
        _ => new SqlitePlace(),
    };

    public void Dispose()
    {
        Empty();
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Takes away what lies outside the folder.</summary>
    protected virtual void Empty()
    {
    }
}

/// <summary>A folder with SQLite in it.</summary>
public sealed class SqlitePlace : WorkspacePlace
{
    public override WorkspaceAddress Address => new(Folder.File("data"));
}

/// <summary>A folder with SQLite in it, and vectors on a Qdrant server: the real one that QDRANT_URL names (QDRANT_KEY where it asks for one), else a small one in this process.</summary>
public sealed class QdrantPlace : WorkspacePlace
{
    private readonly FakeQdrant? _small;
    private readonly QdrantConnection _connection;

    public QdrantPlace()
    {
        var address = Environment.GetEnvironmentVariable("QDRANT_URL");
        _small = string.IsNullOrEmpty(address) ? new FakeQdrant() : null;
        _connection = new QdrantConnection(new QdrantOptions { Address = _small?.Address ?? address!, ApiKey = Environment.GetEnvironmentVariable("QDRANT_KEY"), Prefix = "textseg-tests" });
        Vectors = new QdrantWorkspace(_connection, System.IO.Path.GetFileName(Folder.Path));
    }

    /// <summary>The vectors.</summary>
    public QdrantWorkspace Vectors { get; }

    public override WorkspaceAddress Address => new(Folder.File("data")) { Vectors = Vectors };

    protected override void Empty()
    {
        Vectors.RemoveAsync().GetAwaiter().GetResult();
        _connection.Dispose();
        _small?.Dispose();
    }
}

/// <summary>A folder and a schema of its own.</summary>
public sealed class PostgreSqlPlace : WorkspacePlace
{
    private readonly string _server = PostgreSqlServer.AddressOrSkip();

    public PostgreSqlPlace() => Address = new(Folder.File("data")) { Server = DatabaseAddress.Parse(_server, DatabaseAddress.SchemaOf(System.IO.Path.GetFileName(Folder.Path))) };

    public override WorkspaceAddress Address { get; }

    protected override void Empty()
    {
        using var connection = new NpgsqlConnection(Address.Server!.Connection.ConnectionString);
        connection.Open();
        connection.Execute($"DROP SCHEMA IF EXISTS {Address.Server.Schema} CASCADE");
    }
}
