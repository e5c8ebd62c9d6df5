namespace TextSeg.Engine.Segments.Placement;

/// <summary>Members that were claimed to be placed.</summary>
/// <param name="Owner">Whose claim it is.</param>
/// <param name="Members">The members.</param>
/// <param name="Tools">Whose vectors are read.</param>
internal sealed record MemberClaim(string Owner, IReadOnlyList<long> Members, MiningTools Tools);

/// <summary>Members with the segments that are nearest to them, to be written by their claim's holder.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Run">The run whose segments they are; null where there are none.</param>
/// <param name="Members">Each member with the place of the segment, −1 for none.</param>
internal sealed record PlacedMembers(MemberClaim Claim, long? Run, IReadOnlyList<PlacedMember> Members);

/// <summary>A member with the nearest segment.</summary>
/// <param name="Member">The member.</param>
/// <param name="Segment">The segment's place in its run, −1 for none.</param>
/// <param name="Posts">Posts that were looked at.</param>
/// <param name="Facts">The profile, as it is stored.</param>
internal sealed record PlacedMember(long Member, int Segment, int Posts, string Facts)
{
    /// <summary>What <see cref="Storage.Rows.StoredMembership.State"/> says of members that were placed since the run.</summary>
    internal const string State = "placed";
}
