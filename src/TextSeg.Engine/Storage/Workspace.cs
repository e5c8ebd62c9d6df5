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
    private readonly WriterRight? _right;
    private Action<Workspace>? _giveBack;

    private Workspace(WorkspaceAddress address, WriterRight? right, DbConnection connection)
    {
        (Address, _right, Connection) = (address, right, connection);
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
    public static Workspace OpenToWrite(WorkspaceAddress address) => Open(
        address,
        () => new WriterRight(WorkspaceLock.Take(address.Folder)),
        () => address.Server is { } server ? PostgreSqlSchema.OpenToWrite(server) : SqliteFile.Open(address.DatabaseFile, SqliteOpenMode.ReadWriteCreate),
        workspace => workspace.Migrate());

    /// <summary>
    /// Opens a workspace on a server for a writer that takes turns with those of other processes, see <see cref="TakeTurnAsync"/>; what is missing is made, an older schema is brought up to date.
    /// </summary>
    /// <exception cref="JobException">Vectors are files and another process writes there, it cannot be written or reached, or a newer version made it.</exception>
    public static Workspace OpenToShare(WorkspaceAddress address)
    {
        var server = address.Server ?? throw new ArgumentException("Only a workspace on a server is shared by processes.", nameof(address));
        return Open(
            address,
            () => new WriterRight(address.Vectors is null ? WorkspaceLock.Take(address.Folder, "let several processes share the work with Vectors=qdrant") : null, AdvisoryLock.ToWrite(server.Schema)),
            () => PostgreSqlSchema.OpenToShare(server, address.Vectors is not null),
            workspace => workspace.MigrateInTurn(server));
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

    /// <summary>A second connection under the same right, for work at the same time; to be closed before this one.</summary>
    public Workspace OpenBeside() => _right is null
        ? throw new InvalidOperationException("Only a workspace that is open to write can be opened a second time.")
        : new Workspace(Address, null, Address.Server is { } server ? PostgreSqlSchema.OpenBeside(server) : SqliteFile.Open(Address.DatabaseFile, SqliteOpenMode.ReadWrite));

    /// <summary>Waits for the right to write where the writers of several processes take turns, in the order of asking. A writer that is alone has it always.</summary>
    public Task TakeTurnAsync(CancellationToken cancellationToken) => _right?.TakeTurnAsync(Connection, cancellationToken) ?? Task.CompletedTask;

    /// <summary>Gives the right to write to who waits for it.</summary>
    public void EndTurn() => _right?.EndTurn(Connection);

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

    /// <summary>Lends it: its disposal then gives it back instead of closing it.</summary>
    /// <param name="giveBack">Takes it back; null for nobody.</param>
    internal Workspace Lent(Action<Workspace>? giveBack)
    {
        _giveBack = giveBack;
        return this;
    }

    public void Dispose()
    {
        if (_giveBack is { } giveBack)
        {
            giveBack(this);
            return;
        }

        if (_right is not null)
        {
            Connection.Provider.LetGo(Connection);
        }

        Connection.Dispose();
        _right?.Dispose();
    }

    private static string VectorsFolder(WorkspaceAddress address) => Path.Combine(address.Folder, "vectors");

    private static SqliteConnection? OpenFile(WorkspaceAddress address) =>
        File.Exists(address.DatabaseFile) ? SqliteFile.Open(address.DatabaseFile, SqliteOpenMode.ReadOnly) : null;

    private static Workspace Open(WorkspaceAddress address, Func<WriterRight> take, Func<DbConnection> connect, Action<Workspace> migrate)
    {
        WriterRight? right = null;
        Workspace? workspace = null;
        try
        {
            Directory.CreateDirectory(address.Folder);
            right = take();
            workspace = new Workspace(address, right, connect());
            migrate(workspace);
            return workspace;
        }
        catch (Exception fault)
        {
            workspace?.Connection.Dispose();
            right?.Dispose();
            throw StorageFault.Translate(fault, address) ?? fault;
        }
    }

    private void MigrateInTurn(DatabaseAddress server)
    {
        if (PendingMigrations == 0 && Settings.Read(Connection, Settings.Version) == ProductVersion)
        {
            return;
        }

        using (PostgreSqlSchema.OpenToChange(server))
        {
            Migrate();
        }
    }

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
