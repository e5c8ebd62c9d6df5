namespace TextSeg.Mining.Transitions;

/// <summary>What became of groups from one grouping to the next.</summary>
public enum TransitionKind
{
    /// <summary>A group that is found again.</summary>
    Stayed,

    /// <summary>One group whose items are in several now.</summary>
    Split,

    /// <summary>Several groups whose items are in one now.</summary>
    Merged,

    /// <summary>A group of which no group now holds enough.</summary>
    Went,

    /// <summary>A group that was not there before.</summary>
    Came,
}

/// <summary>What became of one or a few groups.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Before">Ids of groups before; none where one came.</param>
/// <param name="After">Ids of groups now; none where one went.</param>
/// <param name="Shared">Items that are in both.</param>
public sealed record GroupTransition(TransitionKind Kind, IReadOnlyList<string> Before, IReadOnlyList<string> After, int Shared);

/// <summary>How many items are in a group before and in one now.</summary>
/// <param name="Before">The group before.</param>
/// <param name="After">The group now; null for none.</param>
/// <param name="Items">Items in both.</param>
public sealed record GroupOverlap(string Before, string? After, int Items);
