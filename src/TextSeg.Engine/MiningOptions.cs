using TextSeg.Engine.Ingestion;
using TextSeg.Mining.Topics;

namespace TextSeg.Engine;

/// <summary>How a workspace is mined.</summary>
public sealed class MiningOptions
{
    /// <summary>How posts are taken in.</summary>
    public IngestOptions Ingest { get; set; } = new();

    /// <summary>How topics are found; their seed is the run's seed.</summary>
    public TopicOptions Topics { get; set; } = new();
}
