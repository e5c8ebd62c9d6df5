namespace TextSeg.Engine.Vectors;

/// <summary>The vectors of one workspace in a folder, each model's in a folder of its own.</summary>
/// <param name="path">The folder; it may be missing.</param>
public sealed class FolderVectors(string path) : WorkspaceVectors
{
    /// <summary>Where they lie.</summary>
    public string Path => path;

    /// <summary>Where the vectors of one model lie.</summary>
    public string FolderOf(string modelId) => System.IO.Path.Combine(path, NameOf(modelId));

    /// <summary>What the folder of a model's vectors is called.</summary>
    public static string NameOf(string modelId) => string.Concat(modelId.Select(c => char.IsLetterOrDigit(c) || c is '-' or '@' or '.' ? c : '_'));

    public override EmbeddedVectorStore Open(string modelId, int dimension) => EmbeddedVectorStore.Open(FolderOf(modelId), modelId, dimension);

    public override EmbeddedVectorStore OpenToRead(string modelId, int dimension) => EmbeddedVectorStore.OpenToRead(FolderOf(modelId), modelId, dimension);

    public override Task<IVectorStore> OpenToReadAsync(string modelId, CancellationToken cancellationToken = default) =>
        Task.FromResult<IVectorStore>(EmbeddedVectorStore.OpenToRead(FolderOf(modelId), modelId));

    public override Task<IReadOnlyList<string>> ModelsAsync(CancellationToken cancellationToken = default) =>
        Task.FromResult<IReadOnlyList<string>>([.. Folders().Select(folder => new StoreFolder(folder).ReadManifest()?.ModelId).OfType<string>().Order(StringComparer.Ordinal)]);

    public override async Task ForgetAsync(IReadOnlyCollection<long> ids, string? butModel = null, CancellationToken cancellationToken = default)
    {
        foreach (var folder in Folders().Where(folder => butModel is null || folder != FolderOf(butModel)))
        {
            await using var store = EmbeddedVectorStore.OpenExisting(folder);
            await (store?.DeleteAsync(ids, cancellationToken) ?? Task.CompletedTask);
        }
    }

    public override async Task<int> EraseAsync(IReadOnlyList<long> ids, CancellationToken cancellationToken = default)
    {
        var erased = 0;
        foreach (var folder in Folders())
        {
            await using var store = EmbeddedVectorStore.OpenExisting(folder);
            if (store is not null)
            {
                erased += ids.Count - (await store.MissingAsync(ids, cancellationToken)).Count;
                await store.DeleteAsync(ids, cancellationToken);
                store.Compact(cancellationToken);
            }
        }

        return erased;
    }

    public override Task SettleAsync(string current, string? begun, CancellationToken cancellationToken = default)
    {
        foreach (var folder in Folders().Except(new[] { current, begun }.OfType<string>().Select(FolderOf)))
        {
            try
            {
                Directory.Delete(folder, recursive: true);
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                continue;
            }
        }

        return Task.CompletedTask;
    }

    /// <summary>The folders of all models, by name.</summary>
    internal string[] Folders() => Directory.Exists(path) ? [.. Directory.GetDirectories(path).Order(StringComparer.Ordinal)] : [];
}
