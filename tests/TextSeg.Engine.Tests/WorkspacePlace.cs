using Npgsql;
using TextSeg.Engine.Storage;

namespace TextSeg.Engine.Tests;

/// <summary>Where a test's workspace lies; gone when the test ends.</summary>
public abstract class WorkspacePlace : IDisposable
{
    public TemporaryFolder Folder { get; } = new();

    public abstract WorkspaceAddress Address { get; }

    /// <summary>SQLite, or PostgreSQL where TEXTSEG_TEST_ON is "postgres": so any test of the engine can be run on either.</summary>
    public static WorkspacePlace Default() => Environment.GetEnvironmentVariable("TEXTSEG_TEST_ON") == "postgres" ? new PostgreSqlPlace() : new SqlitePlace();

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
