using TextSeg.Engine.Ingestion;
using TextSeg.Engine.Topics.Placement;
using TextSeg.Engine.Topics.Seeds;
using TextSeg.Mining.Profiles;
using TextSeg.Mining.Segments;
using TextSeg.Mining.Topics;

namespace TextSeg.Engine;

/// <summary>How a workspace is mined.</summary>
public sealed class MiningOptions
{
    /// <summary>How posts are taken in.</summary>
    public IngestOptions Ingest { get; set; } = new();

    /// <summary>How topics are found; their seed is the run's seed.</summary>
    public TopicOptions Topics { get; set; } = new();

    /// <summary>Topics that people describe; null (default) for those that the workspace remembers, empty to forget them.</summary>
    public IReadOnlyList<SeedEntry>? Seeds { get; set; }

    /// <summary>What counts in a member's profile.</summary>
    public ProfileOptions Profiles { get; set; } = new();

    /// <summary>How segments are found.</summary>
    public SegmentOptions Segments { get; set; } = new();

    /// <summary>How posts that come after a run are placed in its topics.</summary>
    public PlacementOptions Placement { get; set; } = new();

    /// <summary>What grouped the posts, in few words.</summary>
    public string TopicClusterer => Topics.Clusterer.Describe(Topics.Level);

    /// <summary>What grouped the members, in few words.</summary>
    public string SegmentClusterer => Segments.Clusterer.Describe(Segments.Count);
}
