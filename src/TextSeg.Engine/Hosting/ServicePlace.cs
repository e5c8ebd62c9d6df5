using TextSeg.Engine.Storage;
using TextSeg.Engine.Storage.PostgreSql;
using TextSeg.Engine.Vectors.Qdrant;

namespace TextSeg.Engine.Hosting;

/// <summary>Where a service keeps what it remembers. Shown without passwords.</summary>
/// <param name="Folder">The data folder: work files, and what no server keeps.</param>
public sealed record ServicePlace(string Folder)
{
    /// <summary>The schema of the service's own tables.</summary>
    public const string CatalogSchema = "textseg";

    /// <summary>The service's own schema of a PostgreSQL server; each workspace has one beside it. Null for SQLite in the data folder.</summary>
    public DatabaseAddress? Database { get; init; }

    /// <summary>The server that keeps the vectors; null for files in the data folder, which one process may write.</summary>
    public QdrantOptions? Qdrant { get; init; }

    /// <summary>Whether the command line mined into this place.</summary>
    internal bool HoldsMined => Mined.Server is { } server ? PostgreSqlSchema.IsWritten(server) : File.Exists(Mined.DatabaseFile);

    // As the verbs of the command line name it.
    private WorkspaceAddress Mined => new(Folder) { Server = Database?.InSchema(DatabaseAddress.SchemaOfFolder(Folder)) };

    /// <summary>Where a workspace lies: the one that the command line made where that made it, every other in a folder and a schema of its own.</summary>
    /// <param name="workspace">Its name.</param>
    /// <param name="qdrant">The connection to the server that keeps the vectors; null for files.</param>
    internal WorkspaceAddress AddressOf(string workspace, QdrantConnection? qdrant) => workspace == WorkspaceName.Default && HoldsMined
        ? Mined with { Vectors = qdrant is null ? null : new QdrantWorkspace(qdrant, DatabaseAddress.NameOfFolder(Folder)) }
        : new WorkspaceAddress(Path.Combine(Folder, "workspaces", workspace))
        {
            Server = Database?.InSchema(DatabaseAddress.SchemaOf(workspace)),
            Vectors = qdrant is null ? null : new QdrantWorkspace(qdrant, workspace),
        };

    /// <summary>Whether a name would give a workspace the tables or vectors of the one that the command line makes.</summary>
    internal bool IsTaken(string workspace) => (Database is not null || Qdrant is not null) && DatabaseAddress.SchemaOf(workspace) == DatabaseAddress.SchemaOfFolder(Folder);
}
