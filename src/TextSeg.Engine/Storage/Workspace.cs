using System.Data.Common;
using System.Reflection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using TextSeg.Engine.Storage.PostgreSql;
using TextSeg.Engine.Storage.Sqlite;
using TextSeg.Engine.Vectors;

namespace TextSeg.Engine.Storage;

/// <summary>
/// A workspace that is open: its database, the data folder with the vectors in <c>vectors/</c>, and the lock of the one writer.
/// Many may read while one writes. Not thread-safe.
/// </summary>
public sealed class Workspace : IDisposable
{
    private readonly WorkspaceLock? _lock;

    private Workspace(WorkspaceAddress address, WorkspaceLock? writerLock, DbConnection connection)
    {
        (Address, _lock, Connection) = (address, writerLock, connection);
        Vectors = (WorkspaceVectors?)address.Vectors ?? new FolderVectors(VectorsFolder(address));
    }

    /// <summary>Version of the program, as it is written into what it makes.</summary>
    public static string ProductVersion { get; } =
        typeof(Workspace).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    /// <summary>Where it lies.</summary>
    public WorkspaceAddress Address { get; }

    /// <summary>The data folder.</summary>
    public string Folder => Address.Folder;

    /// <summary>The open database.</summary>
    internal DbConnection Connection { get; }

    /// <summary>Opens the folder to add to it, with SQLite in it; what is missing is made, an older schema is brought up to date.</summary>
    /// <exception cref="JobException">Another process writes there, it cannot be written, or a newer version made it.</exception>
    public static Workspace OpenToWrite(string folder) => OpenToWrite(new WorkspaceAddress(folder));

    /// <summary>Opens a workspace to add to it; what is missing is made, an older schema is brought up to date.</summary>
    /// <exception cref="JobException">Another process writes there, it cannot be written or reached, or a newer version made it.</exception>
    public static Workspace OpenToWrite(WorkspaceAddress address)
    {
        WorkspaceLock? writerLock = null;
        Workspace? workspace = null;
        try
        {
            Directory.CreateDirectory(address.Folder);
            writerLock = WorkspaceLock.Take(address.Folder);
            workspace = new Workspace(
                address, writerLock, address.Server is { } server ? PostgreSqlSchema.OpenToWrite(server) : SqliteFile.Open(address.DatabaseFile, SqliteOpenMode.ReadWriteCreate));
            workspace.Migrate();
            return workspace;
        }
        catch (Exception fault)
        {
            workspace?.Connection.Dispose();
            writerLock?.Dispose();
            throw StorageFault.Translate(fault, address) ?? fault;
        }
    }

    /// <summary>Opens the folder to look at the current run.</summary>
    /// <exception cref="JobException">Nothing was mined there, or a newer version made it.</exception>
    public static Workspace OpenToRead(string folder) => OpenToRead(new WorkspaceAddress(folder));

    /// <summary>Opens a workspace to look at the current run.</summary>
    /// <exception cref="JobException">Nothing was mined there, it cannot be reached, or a newer version made it.</exception>
    public static Workspace OpenToRead(WorkspaceAddress address)
    {
        DbConnection? connection = null;
        try
        {
            connection = address.Server is { } server ? PostgreSqlSchema.OpenToRead(server) : OpenFile(address);
            connection = connection ?? throw new JobException($"Nothing was mined into {address} yet: run textseg mine INPUT --data {address.Folder} first.");
            var workspace = new Workspace(address, null, connection);
            using var context = workspace.CreateContext();
            workspace.RefuseNewer(context);
            return workspace;
        }
        catch (Exception fault)
        {
            connection?.Dispose();
            throw StorageFault.Translate(fault, address) ?? fault;
        }
    }

    /// <summary>A second connection under the same lock, for work at the same time; to be closed before this one.</summary>
    public Workspace OpenBeside() => _lock is null
        ? throw new InvalidOperationException("Only a workspace that is open to write can be opened a second time.")
        : new Workspace(Address, null, Address.Server is { } server ? PostgreSqlSchema.OpenBeside(server) : SqliteFile.Open(Address.DatabaseFile, SqliteOpenMode.ReadWrite));

    /// <summary>Whether the database is still there; once a server's connection broke, the workspace is to be disposed and opened anew, as its lock fell with it.</summary>
    public bool IsOpen => Connection.State == System.Data.ConnectionState.Open;

    /// <summary>Changes of the schema that opening to write would make.</summary>
    public int PendingMigrations
    {
        get
        {
            using var context = CreateContext();
            return context.Database.GetPendingMigrations().Count();
        }
    }

    /// <summary>A fresh view of the tables.</summary>
    public WorkspaceContext CreateContext() => Connection.Provider.CreateContext(Connection);

    /// <summary>The vectors of all models.</summary>
    internal WorkspaceVectors Vectors { get; }

    /// <summary>Where the vectors of one model lie while they lie in the folder.</summary>
    public string VectorFolder(string modelId) => new FolderVectors(VectorsFolder(Address)).FolderOf(modelId);

    public void Dispose()
    {
        if (_lock is not null)
        {
            Connection.Provider.LetGo(Connection);
        }

        Connection.Dispose();
        _lock?.Dispose();
    }

    private static string VectorsFolder(WorkspaceAddress address) => Path.Combine(address.Folder, "vectors");

    private static SqliteConnection? OpenFile(WorkspaceAddress address) =>
        File.Exists(address.DatabaseFile) ? SqliteFile.Open(address.DatabaseFile, SqliteOpenMode.ReadOnly) : null;

    private void Migrate()
    {
        using var context = CreateContext();
        RefuseNewer(context);
        context.Database.Migrate();
        Settings.Write(Connection, Settings.Version, ProductVersion);
    }

    private void RefuseNewer(WorkspaceContext context)
    {
        if (context.Database.GetAppliedMigrations().Except(context.Database.GetMigrations()).Any())
        {
            throw new JobException($"A newer textseg ({Settings.Read(Connection, Settings.Version)}; this is {ProductVersion}) wrote {Address}: use that version, or mine into a new folder.");
        }
    }
}
