namespace TextSeg.Mining.Profiles;

/// <summary>The profiles of all members.</summary>
/// <param name="Vectors">One unit row a member, comparable by cosine; a row of zeros for quiet members.</param>
/// <param name="Quiet">Members with too little text and behaviour to be placed.</param>
/// <param name="Signals">The measured signals behind the rows, for cards.</param>
/// <param name="TopicShares">Members × topics: the share of each member's posts (weighted) in each topic.</param>
/// <param name="Weights">How much each group of signals counts; the shares add up to 1.</param>
public sealed record ProfileTable(VectorTable Vectors, bool[] Quiet, SignalTable Signals, VectorTable TopicShares, IReadOnlyList<(string Group, double Weight)> Weights)
{
    /// <summary>Number of members.</summary>
    public int Count => Quiet.Length;
}
