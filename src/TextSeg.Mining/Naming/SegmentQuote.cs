namespace TextSeg.Mining.Naming;

/// <summary>What one member wrote, shown for a segment.</summary>
/// <param name="Row">The post.</param>
/// <param name="Member">Its author.</param>
/// <param name="ShowsName">Whether it holds a phrase of the name.</param>
public sealed record SegmentQuote(int Row, int Member, bool ShowsName);
