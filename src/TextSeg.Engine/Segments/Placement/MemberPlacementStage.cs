using TextSeg.Engine.Queries;
using TextSeg.Engine.Storage;
using TextSeg.Mining.Profiles;

namespace TextSeg.Engine.Segments.Placement;

/// <summary>
/// Gives members whose posts changed a place in the current run's segments, by the rule that the run found them with, until the next run finds segments anew. As with posts: claimed, worked on without the
/// right to write, written in one short turn.
/// </summary>
internal sealed class MemberPlacementStage(TimeProvider clock)
{
    /// <summary>Claims members. To be called with the right to write.</summary>
    /// <returns>Null where none is free.</returns>
    public MemberClaim? Claim(Workspace workspace, MiningTools tools, string owner, int most) =>
        new WaitingMembers(workspace).Claims.Claim(owner, clock.GetUtcNow(), most) is { Length: > 0 } members ? new MemberClaim(owner, members, tools) : null;

    /// <summary>Finds the nearest segment of each. Only reads.</summary>
    public static async Task<PlacedMembers> WorkAsync(Workspace view, MemberClaim claim, CancellationToken cancellationToken)
    {
        using var activity = Telemetry.Begin("members");
        if (CurrentRun.TryRead(view) is not { } run || run.Model != claim.Tools.ModelId || SegmentRule.TryRead(view, run.Id) is not { } rule)
        {
            return new PlacedMembers(claim, null, []);
        }

        await using var store = claim.Tools.OpenStoreToRead(view);
        var posts = await new MemberPosts(view, run.Id, rule).ReadAsync(claim.Members, store, cancellationToken);
        var profiles = ProfileModel.Restore(rule.Profiles).Apply(posts);
        var counts = posts.MemberOf.CountBy(member => member).ToDictionary();
        return new PlacedMembers(claim, run.Id, [.. claim.Members.Select((member, place) => new PlacedMember(
            member, profiles.Quiet[place] ? -1 : rule.SegmentOf(profiles.Vectors[place]), counts.GetValueOrDefault(place), SegmentWriter.ProfileFacts(profiles, place)))]);
    }

    /// <summary>Writes what the claim still holds. To be called with the right to write.</summary>
    /// <returns>How many members were placed.</returns>
    public static int Finish(Workspace workspace, PlacedMembers placed)
    {
        var claims = new WaitingMembers(workspace).Claims;
        var done = 0;
        workspace.Connection.InTransaction(() =>
        {
            var held = claims.HeldBy(placed.Claim.Owner);
            var members = placed.Members.Where(member => held.Contains(member.Member)).ToList();
            if (placed.Run is null)
            {
                claims.Remove(held);
            }
            else if (CurrentRun.RequiredId(workspace) == placed.Run)
            {
                new MemberPlaces(workspace, placed.Run.Value).Write(members);
                claims.Remove(held);
                done = members.Count;
            }

            // A run was published meanwhile: its members are placed already, or will be asked for again.
            claims.GiveBack(placed.Claim.Owner);
        });
        return done;
    }
}
