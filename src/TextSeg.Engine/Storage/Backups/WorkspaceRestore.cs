using System.Text.Json;

namespace TextSeg.Engine.Storage.Backups;

/// <summary>Makes a workspace from a backup, in the database and vector store it came from or in others.</summary>
public static class WorkspaceRestore
{
    /// <summary>Reads a backup into an empty place. Nothing is read before all sums were checked; the tables come in by one transaction.</summary>
    /// <exception cref="JobException">There is no whole backup, or the place is not empty.</exception>
    public static async Task<BackupManifest> ReadAsync(string folder, WorkspaceAddress target, CancellationToken cancellationToken = default)
    {
        var manifest = ReadManifest(folder);
        EmptyFolder.Require(target.Folder, "A backup is restored into an empty folder");
        foreach (var file in manifest.Tables.Select(table => table.File).Concat(manifest.Files))
        {
            cancellationToken.ThrowIfCancellationRequested();
            CheckedFile.Verify(folder, file);
        }

        using var workspace = Workspace.OpenToWrite(target);
        if (workspace.Connection.Any("SELECT 1 FROM Posts") || workspace.Connection.Any("SELECT 1 FROM Runs"))
        {
            throw new JobException($"A backup is restored into an empty workspace, and there are posts in {target}: name another one.") { IsWrongUse = true };
        }

        if (target.Vectors is { } server)
        {
            await VectorCopies.ReadAsync(folder, manifest.Files, server, cancellationToken);
        }
        else
        {
            foreach (var file in manifest.Files)
            {
                CheckedFile.Copy(CheckedFile.PathOf(folder, file.Path), target.Folder, file.Path);
            }
        }

        ReadTables(folder, manifest, workspace, cancellationToken);
        return manifest;
    }

    private static BackupManifest ReadManifest(string folder)
    {
        var path = Path.Combine(folder, BackupManifest.FileName);
        if (!File.Exists(path))
        {
            throw new JobException($"There is no whole backup in {folder}: the file {BackupManifest.FileName} is missing.") { IsWrongUse = true };
        }

        try
        {
            var manifest = JsonSerializer.Deserialize<BackupManifest>(File.ReadAllBytes(path), StoredJson.Options)!;
            return manifest.Format == BackupManifest.CurrentFormat
                ? manifest
                : throw new JobException($"A newer textseg ({manifest.Program}; this is {Workspace.ProductVersion}) wrote the backup in {folder}: use that version.");
        }
        catch (JsonException fault)
        {
            throw new JobException($"The backup in {folder} is damaged: {BackupManifest.FileName} cannot be read. Use another backup.", fault);
        }
    }

    private static void ReadTables(string folder, BackupManifest manifest, Workspace workspace, CancellationToken cancellationToken)
    {
        using var context = workspace.CreateContext();
        var shapes = TableShape.Of(context).ToDictionary(table => table.Name);
        workspace.Connection.InTransaction(() =>
        {
            workspace.Connection.Execute("DELETE FROM Settings");
            foreach (var table in manifest.Tables)
            {
                cancellationToken.ThrowIfCancellationRequested();
                ReadTable(folder, table, shapes.GetValueOrDefault(table.Name) ?? throw new JobException($"A newer textseg wrote this backup: it has a table {table.Name}. Use that version."), workspace);
            }

            workspace.Connection.Provider.Words.Fill(workspace.Connection);
            Settings.Write(workspace.Connection, Settings.Version, Workspace.ProductVersion);
        });
    }

    private static void ReadTable(string folder, BackupTable table, TableShape shape, Workspace workspace)
    {
        using (var writer = workspace.Connection.Provider.CreateRowWriter(workspace.Connection, shape.Name, shape.Columns))
        {
            if (TableFile.Read(CheckedFile.PathOf(folder, table.File.Path), shape, writer) != table.Rows)
            {
                throw new JobException($"The backup in {folder} is damaged: {table.File.Path} has not {table.Rows} rows. Use another backup.");
            }

            writer.Complete();
        }

        if (shape.Numbered is { } column && table.LastNumber is { } last)
        {
            workspace.Connection.Provider.GoOnAfter(workspace.Connection, shape.Name, column, last);
        }
    }
}
