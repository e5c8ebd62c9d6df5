using TextSeg.Engine.Ingestion;
using TextSeg.Engine.Segments.Placement;
using TextSeg.Engine.Storage;
using TextSeg.Engine.Topics.Placement;
using TextSeg.Mining;

namespace TextSeg.Engine.Streaming;

/// <summary>The stages of waiting posts for whoever alone writes into a workspace, such as a command: the three steps one after the other on one connection.</summary>
internal sealed class WaitingTurns(Workspace workspace, MiningTools tools, MiningOptions options, StandingKnowledge knowledge, TimeProvider clock)
{
    /// <summary>Posts of a turn.</summary>
    private const int MostOfATurn = 4_000;

    private const string Owner = "alone";
    private readonly WaitingStages _stages = new(options, knowledge, clock);

    /// <summary>Takes the posts that came first.</summary>
    /// <param name="most">Posts taken at most.</param>
    /// <param name="progress">Told what is done.</param>
    /// <param name="cancellationToken">Stops between two stages.</param>
    /// <returns>How many posts were taken, and which of them were placed.</returns>
    public async Task<(int Taken, IReadOnlyList<PlacedPost> Placed)> RunAsync(int most, IProgress<StageProgress>? progress, CancellationToken cancellationToken)
    {
        new WaitingPosts(workspace).Claims.GiveBackAll();
        new WaitingMembers(workspace).Claims.GiveBackAll();
        var (taken, placed) = (0, new List<PlacedPost>());
        while (taken < most && await _stages.ClaimAsync(workspace, tools, Owner, Math.Min(most - taken, MostOfATurn), long.MaxValue, cancellationToken) is { } claim)
        {
            var carried = await _stages.WorkAsync(workspace, claim, progress, cancellationToken);
            placed.AddRange(await _stages.FinishAsync(workspace, carried, cancellationToken));
            taken += claim.Posts.Count;
        }

        await PlaceMembersAsync(cancellationToken);
        return (taken, placed);
    }

    private async Task PlaceMembersAsync(CancellationToken cancellationToken)
    {
        var stage = new MemberPlacementStage(clock);
        while (stage.Claim(workspace, tools, Owner, MostOfATurn) is { } claim)
        {
            MemberPlacementStage.Finish(workspace, await MemberPlacementStage.WorkAsync(workspace, claim, cancellationToken));
        }
    }
}
