using TextSeg.Engine.Annotation;
using TextSeg.Engine.Ingestion;
using TextSeg.Engine.Queries;
using TextSeg.Engine.Storage;
using TextSeg.Engine.Topics.Placement;
using TextSeg.Engine.Vectors;
using TextSeg.Mining;

namespace TextSeg.Engine.Streaming;

/// <summary>
/// Carries waiting posts through all batch stages, one after the other: cleaned and masked, encoded, annotated, placed in the topics of the current run. Each stage passes over what it did already,
/// and a post waits until the last is done: stopped anywhere, the next turn repeats at most one batch of one stage, with the same outcome.
/// </summary>
internal sealed class WaitingStages(Workspace workspace, MiningTools tools, MiningOptions options, StandingKnowledge knowledge)
{
    private readonly WaitingPosts _waiting = new(workspace);

    /// <summary>Takes the posts that came first.</summary>
    /// <param name="most">Posts taken at most.</param>
    /// <param name="progress">Told what is done.</param>
    /// <param name="cancellationToken">Stops between two batches.</param>
    /// <returns>How many posts were taken, and which of them were placed.</returns>
    public async Task<(int Taken, IReadOnlyList<PlacedPost> Placed)> RunAsync(int most, IProgress<StageProgress>? progress, CancellationToken cancellationToken)
    {
        var posts = _waiting.Next(most);
        if (posts.Length == 0)
        {
            return (0, []);
        }

        new PostPreparation(workspace, options.Ingest).Run(knowledge.Masking(workspace, posts[^1]), posts, progress, cancellationToken);
        var run = CurrentRun.TryRead(workspace) is { } current && current.Model == tools.ModelId ? current : null;
        var placement = new PlacementStage(workspace, tools);
        var changed = run is null ? [] : placement.ForgetChanged(posts);
        var store = await EncodeAsync(posts, progress, cancellationToken);
        new AnnotateStage(workspace, tools.Languages) { Classifier = tools.Classifier, Among = posts }.Run(progress, cancellationToken);
        var placed = run is null
            ? []
            : await placement.RunAsync(posts, store, await knowledge.TextsAsync(workspace, run.Id, store, options.Placement, changed, cancellationToken), progress, cancellationToken);
        _waiting.Remove(posts);
        return (posts.Length, placed);
    }

    private async Task<IVectorStore> EncodeAsync(long[] posts, IProgress<StageProgress>? progress, CancellationToken cancellationToken)
    {
        var model = new WorkspaceModel(workspace);
        model.Begin(tools.ModelId);
        await model.ForgetChangedAsync(tools.ModelId, posts, cancellationToken);
        var store = await knowledge.StoreAsync(workspace, tools);
        await new EncodeStage(workspace, store, tools.Encoder) { Among = posts }.RunAsync(progress, cancellationToken);
        return store;
    }
}
