using TextSeg.Engine.Ingestion;
using TextSeg.Engine.Storage;
using TextSeg.Engine.Streaming;
using TextSeg.Engine.Topics.Placement;
using TextSeg.Mining;

namespace TextSeg.Engine.Hosting;

/// <summary>
/// Carries waiting posts of a workspace that others write too: the right to write is held for the claim and for the results only, not for the work between. A claim is prolonged while work goes on,
/// and given back when it fails. Of one workspace a process carries one batch at a time; several processes carry several.
/// </summary>
/// <param name="toolsOf">What posts of a workspace are read with.</param>
/// <param name="options">How posts are taken in and placed.</param>
/// <param name="owner">This process, unlike any other that works on the same workspaces.</param>
/// <param name="clock">Tells when claims end.</param>
public sealed class PostCarrier(Func<Workspace, MiningTools> toolsOf, MiningOptions options, string owner, TimeProvider clock)
{
    /// <summary>Posts of a batch, unless fewer wait.</summary>
    public const int MostOfABatch = 512;

    private static readonly TimeSpan ProlongEvery = WaitingPosts.ClaimLasts / 4;
    private long _claims;

    /// <summary>Carries the posts that came first.</summary>
    /// <param name="live">The workspace.</param>
    /// <param name="lastPost">The last post to look at.</param>
    /// <param name="progress">Told what is done.</param>
    /// <param name="cancellationToken">Stops the work; the posts wait again.</param>
    /// <returns>How many posts were taken, and which of them were placed.</returns>
    /// <exception cref="JobException">The data folder cannot be used.</exception>
    public Task<(int Taken, IReadOnlyList<PlacedPost> Placed)> NextAsync(LiveWorkspace live, long lastPost = long.MaxValue, IProgress<StageProgress>? progress = null, CancellationToken cancellationToken = default) =>
        CarryAsync(live, (stages, workspace, owned) => stages.ClaimAsync(workspace, toolsOf(workspace), owned, MostOfABatch, lastPost, cancellationToken), progress, cancellationToken);

    /// <summary>Cleans and masks certain posts anew, and carries on those that this changes.</summary>
    internal Task<(int Taken, IReadOnlyList<PlacedPost> Placed)> AnewAsync(LiveWorkspace live, IReadOnlyList<long> posts, MaskingKnowledge fresh, CancellationToken cancellationToken) =>
        CarryAsync(live, (stages, workspace, owned) => stages.ClaimAsync(workspace, toolsOf(workspace), owned, posts, fresh, cancellationToken), null, cancellationToken);

    private async Task<(int Taken, IReadOnlyList<PlacedPost> Placed)> CarryAsync(
        LiveWorkspace live, Func<WaitingStages, Workspace, string, Task<PostClaim?>> claiming, IProgress<StageProgress>? progress, CancellationToken cancellationToken)
    {
        await live.Carrying.WaitAsync(cancellationToken);
        try
        {
            var (stages, owned) = (new WaitingStages(options, live.Knowledge, clock), $"{owner}/{Interlocked.Increment(ref _claims)}");
            return await StorageFault.GuardAsync(live.Address, async () =>
                await live.WriteAsync(workspace => claiming(stages, workspace, owned), cancellationToken) is { } claim
                    ? (claim.Posts.Count, await CarryAsync(live, stages, claim, progress, cancellationToken))
                    : (0, []));
        }
        finally
        {
            live.Carrying.Release();
        }
    }

    private async Task<IReadOnlyList<PlacedPost>> CarryAsync(LiveWorkspace live, WaitingStages stages, PostClaim claim, IProgress<StageProgress>? progress, CancellationToken cancellationToken)
    {
        try
        {
            var carried = await WorkAsync(live, stages, claim, progress, cancellationToken);
            return await live.WriteAsync(workspace => stages.FinishAsync(workspace, carried, cancellationToken), cancellationToken);
        }
        catch
        {
            await GiveBackAsync(live, claim);
            throw;
        }
    }

    private async Task<CarriedPosts> WorkAsync(LiveWorkspace live, WaitingStages stages, PostClaim claim, IProgress<StageProgress>? progress, CancellationToken cancellationToken)
    {
        using var view = live.OpenToRead();
        var working = Task.Run(() => stages.WorkAsync(view, claim, progress, cancellationToken), CancellationToken.None);
        try
        {
            while (await Task.WhenAny(working, Task.Delay(ProlongEvery, clock, CancellationToken.None)) != working)
            {
                await live.WriteAsync(workspace => Run(workspace, waiting => waiting.Prolong(claim.Owner, clock.GetUtcNow())), cancellationToken);
            }
        }
        finally
        {
            // The view is in use until then.
            await Task.WhenAny(working);
        }

        return await working;
    }

    // Where this fails too, the claim ends by itself.
    private static async Task GiveBackAsync(LiveWorkspace live, PostClaim claim)
    {
        try
        {
            await live.WriteAsync(workspace => Run(workspace, waiting => waiting.GiveBack(claim.Owner)), CancellationToken.None);
        }
        catch (Exception fault) when (fault is JobException or IOException or ObjectDisposedException || StorageFault.IsOfDatabase(fault))
        {
        }
    }

    private static Task<bool> Run(Workspace workspace, Action<WaitingPosts> action)
    {
        action(new WaitingPosts(workspace));
        return Task.FromResult(true);
    }
}
