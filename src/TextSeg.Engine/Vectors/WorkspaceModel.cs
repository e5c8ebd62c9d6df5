using TextSeg.Engine.Queries;
using TextSeg.Engine.Storage;

namespace TextSeg.Engine.Vectors;

/// <summary>
/// Which encoder a workspace belongs to. Each encoder's vectors lie in a folder of their own and are never mixed. When the encoder changes, readers keep the old
/// vectors and the old run until a run with the new ones is whole; its publishing is the switch, and the old vectors are removed after it.
/// </summary>
public sealed class WorkspaceModel(Workspace workspace)
{
    /// <summary>The encoder of the run that readers see, or the one that the first mining began with; null in an empty workspace.</summary>
    public string? Current => CurrentRun.TryRead(workspace)?.Model ?? Setting(Settings.Model);

    /// <summary>The encoder that a change was begun with and that no run has yet; null for none.</summary>
    public string? Next => Setting(Settings.NextModel);

    /// <summary>Notes that posts are about to be encoded with this model; what an earlier beginning encoded stays and is gone on with.</summary>
    internal void Begin(string modelId)
    {
        if (CurrentRun.TryRead(workspace) is not { } run)
        {
            Settings.Write(workspace.Connection, Settings.Model, modelId);
        }
        else if (run.Model != modelId)
        {
            Settings.Write(workspace.Connection, Settings.NextModel, modelId);
        }
    }

    /// <summary>
    /// Takes the vectors of changed posts out of all other models' stores: they are of words that are gone. Runs before these posts are
    /// encoded, because then they no longer count as changed.
    /// </summary>
    /// <param name="modelId">The model whose store is left as it is.</param>
    /// <param name="among">The posts to look at; null for all.</param>
    /// <param name="cancellationToken">Stops between two stores.</param>
    internal async Task ForgetChangedAsync(string modelId, IReadOnlyList<long>? among, CancellationToken cancellationToken)
    {
        var others = Folders().Where(folder => folder != workspace.VectorFolder(modelId)).ToArray();
        if (others.Length == 0)
        {
            return;
        }

        var only = among is null ? "" : $" AND Id IN ({workspace.Connection.Provider.NumbersIn("$1")})";
        var changed = workspace.Connection.Query($"SELECT Id FROM Posts WHERE NeedsVector = 1{only}", row => row.GetInt64(0), among is null ? [] : [SqlList.Of(among)]).ToArray();
        foreach (var folder in others)
        {
            await using var store = EmbeddedVectorStore.OpenExisting(folder);
            await (store?.DeleteAsync(changed, cancellationToken) ?? Task.CompletedTask);
        }
    }

    /// <summary>After a run was published: removes vectors that neither it nor a change that was begun needs. A file that a reader holds may stay until next time.</summary>
    internal void Finish(string modelId)
    {
        if (Next == modelId)
        {
            Settings.Write(workspace.Connection, Settings.NextModel, "");
        }

        string[] kept = [.. new[] { modelId, Next }.OfType<string>().Select(workspace.VectorFolder)];
        foreach (var folder in Folders().Except(kept))
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
    }

    private string? Setting(string key) => Settings.Read(workspace.Connection, key) is { Length: > 0 } value ? value : null;

    private string[] Folders() => Directory.Exists(workspace.VectorsFolder) ? Directory.GetDirectories(workspace.VectorsFolder) : [];
}
