using TextSeg.Engine.Ingestion;
using TextSeg.Engine.Queries;
using TextSeg.Engine.Segments.Placement;
using TextSeg.Engine.Storage;
using TextSeg.Engine.Topics.Placement;
using TextSeg.Engine.Vectors;
using TextSeg.Mining;

namespace TextSeg.Engine.Streaming;

/// <summary>
/// Carries waiting posts through all batch stages in three steps: claimed in a short turn, worked on without the right to write, written in one short turn if the claim still holds.
/// A post waits until all is written: stopped anywhere, its claim ends, another carries it, and the outcome is the same.
/// </summary>
/// <param name="options">How posts are taken in and placed.</param>
/// <param name="knowledge">What earlier turns learned of the workspace.</param>
/// <param name="clock">Tells when claims end.</param>
internal sealed class WaitingStages(MiningOptions options, StandingKnowledge knowledge, TimeProvider clock)
{
    /// <summary>Claims the posts that came first. To be called with the right to write.</summary>
    /// <returns>Null where none is free.</returns>
    public Task<PostClaim?> ClaimAsync(Workspace workspace, MiningTools tools, string owner, int most, long lastPost, CancellationToken cancellationToken) =>
        ClaimAsync(workspace, tools, owner, new WaitingPosts(workspace).Claims.Claim(owner, clock.GetUtcNow(), most, lastPost), cancellationToken);

    /// <summary>Claims certain posts, to be cleaned anew by what was read for a run. To be called with the right to write.</summary>
    /// <returns>Null where others carry all of them.</returns>
    public async Task<PostClaim?> ClaimAsync(Workspace workspace, MiningTools tools, string owner, IReadOnlyList<long> posts, MaskingKnowledge fresh, CancellationToken cancellationToken) =>
        await ClaimAsync(workspace, tools, owner, new WaitingPosts(workspace).Claim(owner, clock.GetUtcNow(), posts), cancellationToken) is { } claim ? claim with { Fresh = fresh } : null;

    /// <summary>Makes of claimed posts what can be made of each. Only reads.</summary>
    public Task<CarriedPosts> WorkAsync(Workspace view, PostClaim claim, IProgress<StageProgress>? progress, CancellationToken cancellationToken) =>
        new PostWork(view, options, knowledge).RunAsync(claim, progress, cancellationToken);

    /// <summary>Writes what the claim still holds. To be called with the right to write.</summary>
    /// <returns>Where posts were placed.</returns>
    public async Task<IReadOnlyList<PlacedPost>> FinishAsync(Workspace workspace, CarriedPosts carried, CancellationToken cancellationToken)
    {
        var (tools, waiting) = (carried.Claim.Tools, new WaitingPosts(workspace));
        var held = waiting.Claims.HeldBy(carried.Claim.Owner);
        var posts = carried.Posts.Where(post => held.Contains(post.Id)).OrderBy(post => post.Id).ToList();
        var changed = posts.Where(post => post.IsChanged).Select(post => post.Id).ToArray();
        var model = new WorkspaceModel(workspace);
        model.Begin(tools.ModelId);
        await model.ForgetAsync(tools.ModelId, changed, cancellationToken);
        await StoreAsync(workspace, tools, [.. posts.Where(post => post.IsEncoded)], cancellationToken);
        var run = CurrentRun.TryRead(workspace) is { } current && current.Model == tools.ModelId ? current.Id : (long?)null;
        IReadOnlyList<PlacedPost> placed = [];
        workspace.Connection.InTransaction(() =>
        {
            var placement = new PlacementStage(workspace);
            placement.Forget(changed);
            new CarriedPostWriter(workspace, tools).Write(posts);
            if (run is { } number && SegmentRule.Exists(workspace, number))
            {
                new WaitingMembers(workspace).Add(posts.Select(post => post.Member).OfType<long>().Distinct());
            }

            if (run is null || run == carried.Run)
            {
                placed = run is null ? [] : placement.Place(run.Value, posts);
                waiting.Claims.Remove(held);
            }

            // A run was published meanwhile: its posts are to be asked for a place once more.
            waiting.Claims.GiveBack(carried.Claim.Owner);
        });
        return placed;
    }

    private async Task<PostClaim?> ClaimAsync(Workspace workspace, MiningTools tools, string owner, long[] posts, CancellationToken cancellationToken)
    {
        if (posts.Length == 0)
        {
            return null;
        }

        var encoded = workspace.Connection.Query(
            $"SELECT Id FROM Posts WHERE Prose <> '' AND NeedsVector = 0 AND Id IN ({workspace.Connection.Provider.NumbersIn("$1")}) ORDER BY Id", row => row.GetInt64(0), SqlList.Of(posts)).ToArray();
        return new PostClaim(owner, posts, encoded.Length == 0 ? new Dictionary<long, float[]>() : await FetchAsync(workspace, tools, encoded, cancellationToken), tools);
    }

    private async Task<Dictionary<long, float[]>> FetchAsync(Workspace workspace, MiningTools tools, long[] posts, CancellationToken cancellationToken)
    {
        var store = await knowledge.StoreAsync(workspace, tools);
        long[] there = [.. posts.Except(await store.MissingAsync(posts, cancellationToken))];
        var rows = await store.FetchAsync(there, cancellationToken);
        return there.Select((post, row) => KeyValuePair.Create(post, rows[row].ToArray())).ToDictionary();
    }

    // First the vectors: a post that has none is found again as work.
    private async Task StoreAsync(Workspace workspace, MiningTools tools, List<CarriedPost> posts, CancellationToken cancellationToken)
    {
        if (posts.Count == 0)
        {
            return;
        }

        var rows = new float[posts.Count * tools.Dimension];
        for (var i = 0; i < posts.Count; i++)
        {
            posts[i].Vector!.CopyTo(rows.AsSpan(i * tools.Dimension));
        }

        var store = await knowledge.StoreAsync(workspace, tools);
        await store.UpsertAsync(new VectorBatch(tools.ModelId, [.. posts.Select(post => post.Id)], new VectorTable(tools.Dimension, rows)), cancellationToken);
    }
}
