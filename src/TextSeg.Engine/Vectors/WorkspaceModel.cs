using TextSeg.Engine.Queries;
using TextSeg.Engine.Storage;

namespace TextSeg.Engine.Vectors;

/// <summary>
/// Which encoder a workspace belongs to. Each encoder's vectors lie apart and are never mixed. When the encoder changes, readers keep the old
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
    /// <param name="cancellationToken">Stops between two stores.</param>
    internal Task ForgetChangedAsync(string modelId, CancellationToken cancellationToken) =>
        ForgetAsync(modelId, workspace.Connection.Query("SELECT Id FROM Posts WHERE NeedsVector = 1", row => row.GetInt64(0)), cancellationToken);

    /// <summary>Takes the vectors of certain posts, whose words are about to change, out of all other models' stores.</summary>
    internal Task ForgetAsync(string modelId, IEnumerable<long> posts, CancellationToken cancellationToken) => workspace.Vectors.ForgetAsync([.. posts], modelId, cancellationToken);

    /// <summary>After a run was published: removes vectors that neither it nor a change that was begun needs. What a reader holds may stay until next time.</summary>
    internal Task FinishAsync(string modelId, CancellationToken cancellationToken)
    {
        if (Next == modelId)
        {
            Settings.Write(workspace.Connection, Settings.NextModel, "");
        }

        return workspace.Vectors.SettleAsync(modelId, Next, cancellationToken);
    }

    private string? Setting(string key) => Settings.Read(workspace.Connection, key) is { Length: > 0 } value ? value : null;
}
