using TextSeg.Engine.Naming;

namespace TextSeg.Engine.Segments;

/// <summary>What the segment stage found, in figures.</summary>
public sealed record SegmentFindings
{
    /// <summary>Number of segments.</summary>
    public int Segments { get; init; }

    /// <summary>Why there are none, in one sentence; null when there are.</summary>
    public string? NoSegments { get; init; }

    /// <summary>Members with too little text to place.</summary>
    public int QuietMembers { get; init; }

    /// <summary>Members with enough text who are like no others: only some clusterers leave such members.</summary>
    public int MembersInNone { get; init; }

    /// <summary>Mean silhouette, −1 to 1.</summary>
    public double Silhouette { get; init; }

    /// <summary>Agreement under resampling, at most 1.</summary>
    public double Stability { get; init; }

    /// <summary>How the names came about; null where there are none.</summary>
    public NamingFacts? Naming { get; init; }
}
