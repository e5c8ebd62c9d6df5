using TextSeg.Engine.Vectors;

namespace TextSeg.Engine.Storage.Backups;

/// <summary>
/// Vectors of a server in a backup: written as an embedded store's files, so that a backup hangs on no vector store either, and read out of them into a server.
/// </summary>
internal static class VectorCopies
{
    private const int BatchVectors = 8_192;

    /// <summary>Writes the vectors that posts of the database have, of all models.</summary>
    public static async Task<IReadOnlyList<BackupFile>> WriteAsync(Workspace workspace, string folder, CancellationToken cancellationToken)
    {
        var files = new List<BackupFile>();
        var posts = workspace.Connection.Query("SELECT Id FROM Posts WHERE Prose <> '' ORDER BY Id", row => row.GetInt64(0)).ToArray();
        foreach (var model in await workspace.Vectors.ModelsAsync(cancellationToken))
        {
            var path = $"vectors/{FolderVectors.NameOf(model)}";
            await using (var server = await workspace.Vectors.OpenToReadAsync(model, cancellationToken))
            await using (var store = EmbeddedVectorStore.Open(Path.Combine(folder, path), model, server.Dimension))
            {
                await CopyAsync(posts, server, store, cancellationToken);
            }

            StoreFolder.RemoveLock(Path.Combine(folder, path));
            files.AddRange(Directory.GetFiles(Path.Combine(folder, path)).Select(Path.GetFileName).Order(StringComparer.Ordinal).Select(name => CheckedFile.Describe(folder, $"{path}/{name}")));
        }

        return files;
    }

    /// <summary>Reads all vectors of a backup into a server.</summary>
    /// <param name="folder">The backup.</param>
    /// <param name="files">Its files of vectors.</param>
    /// <param name="vectors">The server's place for them.</param>
    /// <param name="cancellationToken">Stops between two batches.</param>
    /// <exception cref="JobException">There are vectors already.</exception>
    public static async Task ReadAsync(string folder, IReadOnlyList<BackupFile> files, WorkspaceVectors vectors, CancellationToken cancellationToken)
    {
        if ((await vectors.ModelsAsync(cancellationToken)).Count > 0)
        {
            throw new JobException("A backup is restored into an empty workspace, and the vector server holds vectors of one of that name: name another workspace.") { IsWrongUse = true };
        }

        foreach (var path in files.Select(file => Path.GetDirectoryName(CheckedFile.PathOf(folder, file.Path))!).Distinct())
        {
            await using var store = EmbeddedVectorStore.OpenToRead(path);
            await using var server = vectors.Open(store.ModelId, store.Dimension);
            await CopyAsync(store.LiveIds(), store, server, cancellationToken);
        }
    }

    private static async Task CopyAsync(IReadOnlyList<long> posts, IVectorStore from, IVectorStore to, CancellationToken cancellationToken)
    {
        foreach (var batch in posts.Chunk(BatchVectors))
        {
            var missing = (await from.MissingAsync(batch, cancellationToken)).ToHashSet();
            long[] ids = [.. batch.Where(id => !missing.Contains(id))];
            if (ids.Length > 0)
            {
                await to.UpsertAsync(new VectorBatch(from.ModelId, ids, await from.FetchAsync(ids, cancellationToken)), cancellationToken);
            }
        }
    }
}
