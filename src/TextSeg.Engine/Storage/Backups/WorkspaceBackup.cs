using System.Text.Json;
using TextSeg.Engine.Queries;
using TextSeg.Engine.Vectors;

namespace TextSeg.Engine.Storage.Backups;

/// <summary>
/// Writes a workspace into a folder, in a form that hangs on no database: JSON lines for each table, the vectors as an embedded store has them, and a manifest with SHA-256 sums.
/// What can be computed anew (the index of words, the index that places posts) is left out. A writer may go on meanwhile: all tables are read as of one moment.
/// </summary>
public static class WorkspaceBackup
{
    private const int Attempts = 3;

    /// <summary>Writes a backup.</summary>
    /// <param name="workspace">Open to read.</param>
    /// <param name="folder">Where to; made when missing, else empty.</param>
    /// <param name="clock">Tells when it is made.</param>
    /// <param name="cancellationToken">Stops between tables.</param>
    /// <exception cref="JobException">The folder is not empty, or an older version made the workspace.</exception>
    public static async Task<BackupManifest> WriteAsync(Workspace workspace, string folder, TimeProvider clock, CancellationToken cancellationToken = default)
    {
        using var context = workspace.CreateContext();
        if (workspace.PendingMigrations > 0)
        {
            throw new JobException($"An older textseg made {workspace.Address}: run textseg migrate first.");
        }

        EmptyFolder.Require(folder, "Backups are written into empty folders");
        for (var attempt = 1; ; attempt++)
        {
            if (await TryWriteAsync(workspace, TableShape.Of(context), folder, clock, cancellationToken) is { } manifest)
            {
                return manifest;
            }

            if (attempt == Attempts)
            {
                throw new JobException($"The vectors of {workspace.Address} were changed all the time: run the backup again when no other encoder is being brought in.");
            }

            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Null when the vectors of the current run were removed meanwhile, because a run with another encoder was published.</summary>
    private static async Task<BackupManifest?> TryWriteAsync(Workspace workspace, IReadOnlyList<TableShape> shapes, string folder, TimeProvider clock, CancellationToken cancellationToken)
    {
        var madeAt = clock.GetUtcNow();
        Directory.CreateDirectory(folder);
        workspace.Connection.Execute(workspace.Connection.Provider.BeginSnapshot);
        try
        {
            var run = CurrentRun.TryRead(workspace);
            var hadVectors = run is not null && (await workspace.Vectors.ModelsAsync(cancellationToken)).Contains(run.Model);
            var vectors = workspace.Vectors is FolderVectors files ? VectorFiles.Copy(files, folder) : await VectorCopies.WriteAsync(workspace, folder, cancellationToken);
            if (hadVectors && !vectors.Any(file => file.Path.StartsWith($"vectors/{FolderVectors.NameOf(run!.Model)}/", StringComparison.Ordinal)))
            {
                return null;
            }

            var tables = shapes.Select(table => WriteTable(workspace, table, folder, cancellationToken)).ToArray();
            var manifest = new BackupManifest(BackupManifest.CurrentFormat, Workspace.ProductVersion, madeAt, tables, vectors);
            CheckedFile.Write(folder, BackupManifest.FileName, stream => JsonSerializer.Serialize(stream, manifest, StoredJson.Options));
            return manifest;
        }
        finally
        {
            workspace.Connection.RollBack();
        }
    }

    private static BackupTable WriteTable(Workspace workspace, TableShape table, string folder, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var rows = 0L;
        var file = CheckedFile.Write(folder, $"tables/{table.Name}.jsonl", stream => rows = TableFile.Write(workspace.Connection, table, stream));
        var last = table.Numbered is { } column ? workspace.Connection.Provider.LastNumber(workspace.Connection, table.Name, column) : (long?)null;
        return new BackupTable(table.Name, rows, last, file);
    }
}
