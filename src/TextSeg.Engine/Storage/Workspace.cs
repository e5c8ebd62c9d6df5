using System.Reflection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace TextSeg.Engine.Storage;

/// <summary>
/// A data folder that is open: the database <c>textseg.db</c>, the vectors in <c>vectors/</c> and the lock of the one writer.
/// Many may read while one writes. Not thread-safe.
/// </summary>
public sealed class Workspace : IDisposable
{
    private readonly WorkspaceLock? _lock;

    private Workspace(string folder, WorkspaceLock? writerLock, SqliteConnection connection)
    {
        (Folder, _lock, Connection) = (folder, writerLock, connection);
    }

    /// <summary>Version of the program, as it is written into what it makes.</summary>
    public static string ProductVersion { get; } =
        typeof(Workspace).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    /// <summary>The data folder.</summary>
    public string Folder { get; }

    /// <summary>The open database.</summary>
    internal SqliteConnection Connection { get; }

    /// <summary>Opens the folder to add to it; what is missing is made, an older schema is brought up to date.</summary>
    /// <exception cref="JobException">Another process writes there, it cannot be written, or a newer version made it.</exception>
    public static Workspace OpenToWrite(string folder)
    {
        WorkspaceLock? writerLock = null;
        try
        {
            Directory.CreateDirectory(folder);
            writerLock = WorkspaceLock.Take(folder);
            var workspace = new Workspace(folder, writerLock, WorkspaceConnection.Open(PathOf(folder), SqliteOpenMode.ReadWriteCreate));
            workspace.Migrate();
            return workspace;
        }
        catch (Exception fault)
        {
            writerLock?.Dispose();
            throw StorageFault.Translate(fault, folder) ?? fault;
        }
    }

    /// <summary>Opens the folder to look at the current run.</summary>
    /// <exception cref="JobException">Nothing was mined there, or a newer version made it.</exception>
    public static Workspace OpenToRead(string folder)
    {
        if (!File.Exists(PathOf(folder)))
        {
            throw new JobException($"Nothing was mined into {folder} yet: run textseg mine INPUT --data {folder} first.");
        }

        try
        {
            var workspace = new Workspace(folder, null, WorkspaceConnection.Open(PathOf(folder), SqliteOpenMode.ReadOnly));
            using var context = workspace.CreateContext();
            workspace.RefuseNewer(context);
            return workspace;
        }
        catch (Exception fault)
        {
            throw StorageFault.Translate(fault, folder) ?? fault;
        }
    }

    /// <summary>A second connection under the same lock, for work at the same time; to be closed before this one.</summary>
    public Workspace OpenBeside() => _lock is null
        ? throw new InvalidOperationException("Only a workspace that is open to write can be opened a second time.")
        : new Workspace(Folder, null, WorkspaceConnection.Open(PathOf(Folder), SqliteOpenMode.ReadWrite));

    /// <summary>A fresh view of the tables.</summary>
    public WorkspaceContext CreateContext() => new(Connection);

    /// <summary>Where the vectors of all models lie, each in a folder of its own.</summary>
    internal string VectorsFolder => Path.Combine(Folder, "vectors");

    /// <summary>Where the vectors of one model lie.</summary>
    public string VectorFolder(string modelId) => Path.Combine(VectorsFolder, string.Concat(modelId.Select(c => char.IsLetterOrDigit(c) || c is '-' or '@' or '.' ? c : '_')));

    public void Dispose()
    {
        Connection.Dispose();
        _lock?.Dispose();
    }

    private static string PathOf(string folder) => Path.Combine(folder, "textseg.db");

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
            throw new JobException($"A newer textseg ({Settings.Read(Connection, Settings.Version)}; this is {ProductVersion}) wrote {Folder}: use that version, or mine into a new folder.");
        }
    }
}
