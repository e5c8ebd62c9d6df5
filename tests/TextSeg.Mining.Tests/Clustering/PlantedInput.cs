using TextSeg.Mining.Clustering;
using TextSeg.Mining.Neighbors;
using TextSeg.Mining.Tests.Topics;

namespace TextSeg.Mining.Tests.Clustering;

/// <summary>Planted posts as a clusterer gets them.</summary>
internal static class PlantedInput
{
    public static ClusteringInput Make(int seed, double spread, params int[] sizes)
    {
        var rows = PlantedPosts.Make(seed, spread, sizes);
        var neighbors = ExactNeighbors.Find(rows, 15, 1);
        return new ClusteringInput(rows, PlantedPosts.Keys(rows.Count), neighbors, NeighborGraph.Build(neighbors));
    }
}
