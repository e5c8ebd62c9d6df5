using TextSeg.Engine.Vectors.Qdrant;

namespace TextSeg.Engine.Storage;

/// <summary>Where a workspace lies: the folder of its vectors and work files, and its database.</summary>
/// <param name="Folder">The data folder; the database <c>textseg.db</c> lies in it unless a server is named.</param>
public sealed record WorkspaceAddress(string Folder)
{
    /// <summary>A schema of a PostgreSQL server, the workspace's own; null for SQLite in the folder.</summary>
    public DatabaseAddress? Server { get; init; }

    /// <summary>The workspace's collections on a Qdrant server; null for vectors in the folder. Not owned.</summary>
    public QdrantWorkspace? Vectors { get; init; }

    /// <summary>SQLite's file.</summary>
    internal string DatabaseFile => Path.Combine(Folder, "textseg.db");

    /// <summary>Where it lies, in words, without a password.</summary>
    public override string ToString() => Server is null ? Folder : $"{Folder} ({Server})";
}
