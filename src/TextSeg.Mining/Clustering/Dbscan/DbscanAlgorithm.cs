using TextSeg.Mining.Clustering.Hdbscan;
using TextSeg.Mining.Neighbors;

namespace TextSeg.Mining.Clustering.Dbscan;

/// <summary>
/// DBSCAN (Ester, Kriegel, Sander and Xu 1996): rows with enough rows within epsilon are core, core rows within epsilon of one another are one cluster,
/// a row near a core row belongs to its cluster, all others are noise. The distance is Euclidean on unit rows, √(2 − 2 cos).
/// The clusters of core rows are the parts of the mutual reachability graph at epsilon (Campello et al. 2015, section 3), so they are found by the same
/// spanning tree as those of HDBSCAN*, with no edge longer than epsilon. Every row counts as one. The result depends on rows, keys and options alone.
/// </summary>
public static class DbscanAlgorithm
{
    /// <summary>Groups rows.</summary>
    /// <param name="unitRows">Unit vectors.</param>
    /// <param name="keys">What tells the rows apart.</param>
    /// <param name="neighbors">Nearest rows by cosine, best at least <see cref="DbscanOptions.MinPoints"/> − 1 a row; rows with fewer are compared with all others.</param>
    /// <param name="options">Settings.</param>
    /// <param name="progress">Told how the spanning tree grows.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public static DbscanResult Run(
        VectorTable unitRows, ulong[] keys, NeighborTable neighbors, DbscanOptions options,
        IProgress<StageProgress>? progress = null, CancellationToken cancellation = default)
    {
        options.Validate();
        var coreCosines = CoreDistances.CosinesOf(unitRows, neighbors, options.MinPoints, options.Threads, cancellation);
        var distances = Array.ConvertAll(coreCosines, UnitDistance.OfCosine);
        var epsilon = options.Epsilon ?? DistanceElbow.Of(distances);
        var isEnough = unitRows.Count >= options.MinPoints;
        var isCore = Array.ConvertAll(distances, distance => isEnough && distance <= epsilon);
        var least = UnitDistance.ToCosine(epsilon);
        var tree = MinimumSpanningTree.Find(
            unitRows, keys, neighbors, coreCosines, unitRows.Count <= options.ExactRows, least, options.Threads, progress, cancellation);
        var anchors = BorderRows.Anchors(unitRows, keys, neighbors, isCore, least, options.Threads, cancellation);
        var parts = PartsOf(tree.Edges, isCore.Length);
        var labels = Array.ConvertAll(anchors, anchor => anchor < 0 ? -1 : parts[anchor]);
        var strength = new float[labels.Length];
        for (var row = 0; row < labels.Length; row++)
        {
            strength[row] = labels[row] < 0 ? 0 : isCore[row] ? 1 : (float)(epsilon / distances[row]);
        }

        return new DbscanResult(Partition.Canonical(labels), isCore, strength, epsilon);
    }

    private static int[] PartsOf(ReachabilityEdge[] edges, int rows)
    {
        var sets = new DisjointSets(rows);
        foreach (var edge in edges)
        {
            sets.Join(edge.First, edge.Second);
        }

        var parts = new int[rows];
        for (var row = 0; row < rows; row++)
        {
            parts[row] = sets.Find(row);
        }

        return parts;
    }
}
