using TextSeg.Mining.Clustering;

namespace TextSeg.Mining.Topics;

/// <summary>Different texts as nodes of a neighbour graph.</summary>
/// <param name="NodeOf">The node of each row.</param>
/// <param name="NodeSizes">Rows in each node.</param>
/// <param name="Keys">Stable key of each node.</param>
/// <param name="Vectors">Centred unit vector of each node.</param>
/// <param name="Edges">The graph.</param>
public sealed record TopicGraph(int[] NodeOf, int[] NodeSizes, ulong[] Keys, VectorTable Vectors, WeightedGraph Edges);
