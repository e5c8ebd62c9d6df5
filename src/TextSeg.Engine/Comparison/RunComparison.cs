using TextSeg.Engine.Disclosure;

namespace TextSeg.Engine.Comparison;

/// <summary>What is different from the run before, as it was when the run was published.</summary>
/// <param name="Run">The run.</param>
/// <param name="Before">The run before.</param>
/// <param name="Topics">What became of the topics that are shown first, in posts.</param>
/// <param name="Segments">What became of the segments, in members.</param>
/// <param name="Moves">How many members went from which segment to which.</param>
public sealed record RunComparison(long Run, long Before, GroupComparison Topics, GroupComparison Segments, IReadOnlyList<MemberMove> Moves);

/// <summary>What became of the groups of one sort.</summary>
/// <param name="ItemsBefore">All that was grouped before.</param>
/// <param name="ItemsAfter">All that is grouped now.</param>
/// <param name="Changes">What happened, each group in one change.</param>
public sealed record GroupComparison(int ItemsBefore, int ItemsAfter, IReadOnlyList<GroupChange> Changes)
{
    /// <summary>All groups with their members, before; for hiding small ones.</summary>
    public IReadOnlyList<GroupSize> SizesBefore { get; init; } = [];

    /// <summary>All groups with their members, now; for hiding small ones.</summary>
    public IReadOnlyList<GroupSize> SizesAfter { get; init; } = [];
}

/// <summary>What became of one or a few groups.</summary>
/// <param name="Kind">stayed, grew, shrank, split, merged, came or went; grew and shrank by share, beyond chance.</param>
/// <param name="Before">Groups before.</param>
/// <param name="After">Groups now.</param>
/// <param name="Shared">Items that are in both.</param>
public sealed record GroupChange(string Kind, IReadOnlyList<ComparedGroup> Before, IReadOnlyList<ComparedGroup> After, int Shared);

/// <summary>A group of a comparison.</summary>
/// <param name="Id">Its id in its run.</param>
/// <param name="Name">Words for people.</param>
/// <param name="Items">Posts of a topic, members of a segment.</param>
public sealed record ComparedGroup(string Id, string Name, int Items);

/// <summary>How many members went from one segment to another.</summary>
/// <param name="From">The segment before; null for none.</param>
/// <param name="To">The segment now; null for none.</param>
/// <param name="Members">How many.</param>
/// <param name="IsSame">Whether the one became the other, so that they did not move.</param>
public sealed record MemberMove(string? From, string? To, int Members, bool IsSame);
