using TextSeg.Mining.Clustering;
using TextSeg.Mining.Neighbors;
using TextSeg.Mining.Topics.Seeds;

namespace TextSeg.Mining.Topics;

/// <summary>Different texts as nodes of a neighbour graph.</summary>
/// <param name="NodeOf">The node of each row.</param>
/// <param name="NodeSizes">Rows in each node.</param>
/// <param name="Keys">Stable key of each node.</param>
/// <param name="Vectors">Centred unit vector of each node.</param>
/// <param name="Edges">The graph.</param>
public sealed record TopicGraph(int[] NodeOf, int[] NodeSizes, ulong[] Keys, VectorTable Vectors, WeightedGraph Edges)
{
    /// <summary>The neighbours that the edges were made of; null where they are no longer needed.</summary>
    public NeighborTable? Neighbors { get; init; }

    /// <summary>The topics that a person described, their phrases centred as the nodes are.</summary>
    public IReadOnlyList<SeedTopic> Seeds { get; init; } = [];

    /// <summary>Share of the true nearest neighbours that the edges were made of, measured on a sample; 1 where every pair was looked at.</summary>
    public double Recall { get; init; } = 1;
}
