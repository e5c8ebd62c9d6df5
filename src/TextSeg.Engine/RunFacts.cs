using TextSeg.Mining.Clustering;

using TextSeg.Engine.Naming;

namespace TextSeg.Engine;

/// <summary>Figures of a whole run.</summary>
public sealed record RunFacts
{
    /// <summary>Posts mined; those without words are not among them.</summary>
    public required int Posts { get; init; }

    /// <summary>Posts without words.</summary>
    public required int PostsWithoutWords { get; init; }

    /// <summary>Different authors of the posts mined.</summary>
    public required int Members { get; init; }

    /// <summary>Posts that say the same as another one.</summary>
    public required int Duplicates { get; init; }

    /// <summary>The levels of topics, the coarsest first.</summary>
    public required IReadOnlyList<LevelFacts> Levels { get; init; }

    /// <summary>The model that read moods, intents and urgency, and its version; null where none did.</summary>
    public string? ReadBy { get; init; }

    /// <summary>What grouped the posts, such as "graph" or "kmeans, k 40".</summary>
    public string TopicClusterer { get; init; } = ClustererCatalog.Graph;

    /// <summary>What grouped the members.</summary>
    public string SegmentClusterer { get; init; } = ClustererCatalog.Graph;

    /// <summary>Tells which topics people had described; empty for none.</summary>
    public string SeedTopics { get; init; } = "";

    /// <summary>Names of described topics that no post supports.</summary>
    public IReadOnlyList<string> EmptySeeds { get; init; } = [];

    /// <summary>Which level is shown first.</summary>
    public required int ReaderLevel { get; init; }

    /// <summary>Shares of the posts by state at the reader's level: core, edge, unsure, none.</summary>
    public required IReadOnlyDictionary<string, double> Shares { get; init; }

    /// <summary>Number of segments; 0 when there are none.</summary>
    public int Segments { get; init; }

    /// <summary>Why there are no segments, in one sentence; null when there are.</summary>
    public string? NoSegments { get; init; }

    /// <summary>Members with too little text to place.</summary>
    public int QuietMembers { get; init; }

    /// <summary>Members with enough text who are like no others.</summary>
    public int MembersInNone { get; init; }

    /// <summary>Mean silhouette of the segments, −1 to 1.</summary>
    public double SegmentSilhouette { get; init; }

    /// <summary>Agreement of the segments under resampling, at most 1.</summary>
    public double SegmentStability { get; init; }

    /// <summary>How the names of segments came about; null where there are none.</summary>
    public NamingFacts? Naming { get; init; }

    /// <summary>Seconds that each stage took.</summary>
    public IReadOnlyDictionary<string, double> Seconds { get; init; } = new Dictionary<string, double>();
}

/// <summary>One level of topics.</summary>
/// <param name="Topics">Number of topics.</param>
/// <param name="Silhouette">Mean silhouette, −1 to 1.</param>
/// <param name="Stability">Agreement under resampling, at most 1.</param>
public sealed record LevelFacts(int Topics, double Silhouette, double Stability);
