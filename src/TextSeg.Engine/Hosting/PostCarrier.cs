using TextSeg.Engine.Ingestion;
using TextSeg.Engine.Segments.Placement;
using TextSeg.Engine.Storage;
using TextSeg.Engine.Streaming;
using TextSeg.Engine.Topics.Placement;
using TextSeg.Mining;

namespace TextSeg.Engine.Hosting;

/// <summary>
/// Carries waiting posts of a workspace that others write too, and places their authors: the right to write is held for the claim and for the results only, not for the work between. A claim is prolonged
/// while work goes on, and given back when it fails. Of one workspace a process carries one batch at a time; several processes carry several.
/// </summary>
/// <param name="toolsOf">What posts of a workspace are read with.</param>
/// <param name="options">How posts are taken in and placed.</param>
/// <param name="owner">This process, unlike any other that works on the same workspaces.</param>
/// <param name="clock">Tells when claims end.</param>
public sealed class PostCarrier(Func<Workspace, MiningTools> toolsOf, MiningOptions options, string owner, TimeProvider clock)
{
    /// <summary>Posts, or members, of a batch, unless fewer wait.</summary>
    public const int MostOfABatch = 512;

    private static readonly TimeSpan ProlongEvery = RowClaims.Lasts / 4;
    private readonly MemberPlacementStage _members = new(clock);
    private long _claims;

    /// <summary>Carries the posts that came first.</summary>
    /// <param name="live">The workspace.</param>
    /// <param name="lastPost">The last post to look at.</param>
    /// <param name="progress">Told what is done.</param>
    /// <param name="cancellationToken">Stops the work; the posts wait again.</param>
    /// <returns>How many posts were taken, and which of them were placed.</returns>
    /// <exception cref="JobException">The data folder cannot be used.</exception>
    public Task<(int Taken, IReadOnlyList<PlacedPost> Placed)> NextAsync(LiveWorkspace live, long lastPost = long.MaxValue, IProgress<StageProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var (stages, owned) = (Stages(live), NewOwner());
        return CarryAsync(live, stages, workspace => stages.ClaimAsync(workspace, toolsOf(workspace), owned, MostOfABatch, lastPost, cancellationToken), progress, cancellationToken);
    }

    /// <summary>Places members whose posts changed in the segments that are there.</summary>
    /// <param name="live">The workspace.</param>
    /// <param name="cancellationToken">Stops the work; the members wait again.</param>
    /// <returns>How many members were taken.</returns>
    /// <exception cref="JobException">The data folder cannot be used.</exception>
    public Task<int> PlaceMembersAsync(LiveWorkspace live, CancellationToken cancellationToken = default)
    {
        var owned = NewOwner();
        return TurnsAsync(
            live,
            workspace => Task.FromResult(_members.Claim(workspace, toolsOf(workspace), owned, MostOfABatch)),
            (view, claim) => MemberPlacementStage.WorkAsync(view, claim, cancellationToken),
            (workspace, placed) =>
            {
                MemberPlacementStage.Finish(workspace, placed);
                return Task.FromResult(placed.Claim.Members.Count);
            },
            claim => (workspace => new WaitingMembers(workspace).Claims, claim.Owner),
            cancellationToken);
    }

    /// <summary>Cleans and masks certain posts anew, and carries on those that this changes.</summary>
    internal Task<(int Taken, IReadOnlyList<PlacedPost> Placed)> AnewAsync(LiveWorkspace live, IReadOnlyList<long> posts, MaskingKnowledge fresh, CancellationToken cancellationToken)
    {
        var (stages, owned) = (Stages(live), NewOwner());
        return CarryAsync(live, stages, workspace => stages.ClaimAsync(workspace, toolsOf(workspace), owned, posts, fresh, cancellationToken), null, cancellationToken);
    }

    private WaitingStages Stages(LiveWorkspace live) => new(options, live.Knowledge, clock);

    private string NewOwner() => $"{owner}/{Interlocked.Increment(ref _claims)}";

    private async Task<(int Taken, IReadOnlyList<PlacedPost> Placed)> CarryAsync(
        LiveWorkspace live, WaitingStages stages, Func<Workspace, Task<PostClaim?>> claiming, IProgress<StageProgress>? progress, CancellationToken cancellationToken) =>
        await TurnsAsync(
            live,
            claiming,
            (view, claim) => stages.WorkAsync(view, claim, progress, cancellationToken),
            async (workspace, carried) => ((int Taken, IReadOnlyList<PlacedPost> Placed)?)(carried.Claim.Posts.Count, await stages.FinishAsync(workspace, carried, cancellationToken)),
            claim => (workspace => new WaitingPosts(workspace).Claims, claim.Owner),
            cancellationToken) ?? (0, []);

    /// <summary>A short turn to claim, the work, a short turn to write.</summary>
    private async Task<T?> TurnsAsync<TClaim, TWork, T>(
        LiveWorkspace live, Func<Workspace, Task<TClaim?>> claiming, Func<Workspace, TClaim, Task<TWork>> working, Func<Workspace, TWork, Task<T>> finishing,
        Func<TClaim, (Func<Workspace, RowClaims> Of, string Owner)> held, CancellationToken cancellationToken)
        where TClaim : class
    {
        await live.Carrying.WaitAsync(cancellationToken);
        try
        {
            return await StorageFault.GuardAsync(live.Address, async () =>
            {
                if (await live.WriteAsync(claiming, cancellationToken) is not { } claim)
                {
                    return default;
                }

                var (claims, owned) = held(claim);
                try
                {
                    var done = await WorkAsync(live, claim, working, claims, owned, cancellationToken);
                    return await live.WriteAsync(workspace => finishing(workspace, done), cancellationToken);
                }
                catch
                {
                    await GiveBackAsync(live, claims, owned);
                    throw;
                }
            });
        }
        finally
        {
            live.Carrying.Release();
        }
    }

    private async Task<TWork> WorkAsync<TClaim, TWork>(
        LiveWorkspace live, TClaim claim, Func<Workspace, TClaim, Task<TWork>> working, Func<Workspace, RowClaims> claims, string owned, CancellationToken cancellationToken)
    {
        using var view = live.OpenToRead();
        var work = Task.Run(() => working(view, claim), CancellationToken.None);
        try
        {
            while (await Task.WhenAny(work, Task.Delay(ProlongEvery, clock, CancellationToken.None)) != work)
            {
                await live.WriteAsync(workspace => Run(() => claims(workspace).Prolong(owned, clock.GetUtcNow())), cancellationToken);
            }
        }
        finally
        {
            // The view is in use until then.
            await Task.WhenAny(work);
        }

        return await work;
    }

    // Where this fails too, the claim ends by itself.
    private static async Task GiveBackAsync(LiveWorkspace live, Func<Workspace, RowClaims> claims, string owned)
    {
        try
        {
            await live.WriteAsync(workspace => Run(() => claims(workspace).GiveBack(owned)), CancellationToken.None);
        }
        catch (Exception fault) when (fault is JobException or IOException or ObjectDisposedException || StorageFault.IsOfDatabase(fault))
        {
        }
    }

    private static Task<bool> Run(Action action)
    {
        action();
        return Task.FromResult(true);
    }
}
