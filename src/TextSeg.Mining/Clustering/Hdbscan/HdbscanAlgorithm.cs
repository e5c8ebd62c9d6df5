using TextSeg.Mining.Neighbors;

namespace TextSeg.Mining.Clustering.Hdbscan;

/// <summary>
/// HDBSCAN*: clusters as the parts of a density hierarchy that live longest; rows in none are noise (Campello, Moulavi, Zimek and Sander 2015;
/// McInnes, Healy and Astels 2017, "hdbscan: Hierarchical density based clustering"). The distance is Euclidean on unit rows, √(2 − 2 cos).
/// Every row counts as one, however many equal posts it stands for: copies make no cluster.
/// The result depends on rows, keys and options alone.
/// </summary>
public static class HdbscanAlgorithm
{
    /// <summary>Groups rows.</summary>
    /// <param name="unitRows">Unit vectors.</param>
    /// <param name="keys">What tells the rows apart.</param>
    /// <param name="neighbors">Nearest rows by cosine, best more than <see cref="HdbscanOptions.MinSamples"/> a row; rows with fewer are compared with all others.</param>
    /// <param name="options">Settings.</param>
    /// <param name="progress">Told how the spanning tree grows.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public static HdbscanResult Run(
        VectorTable unitRows, ulong[] keys, NeighborTable neighbors, HdbscanOptions options,
        IProgress<StageProgress>? progress = null, CancellationToken cancellation = default)
    {
        options.Validate();
        return Select(Dendrogram(unitRows, keys, neighbors, options, progress, cancellation), options);
    }

    /// <summary>The dendrogram of the mutual reachability distances, the costly part; it hangs on <see cref="HdbscanOptions.MinSamples"/> alone.</summary>
    public static SingleLinkageTree Dendrogram(
        VectorTable unitRows, ulong[] keys, NeighborTable neighbors, HdbscanOptions options,
        IProgress<StageProgress>? progress = null, CancellationToken cancellation = default)
    {
        var coreCosines = CoreDistances.CosinesOf(unitRows, neighbors, options.MinSamples, options.Threads, cancellation);
        var spanning = MinimumSpanningTree.Find(
            unitRows, keys, neighbors, coreCosines, unitRows.Count <= options.ExactRows, threads: options.Threads, progress: progress, cancellation: cancellation);
        return SingleLinkageTree.Of(unitRows.Count, spanning.Edges);
    }

    /// <summary>Takes clusters from a dendrogram.</summary>
    public static HdbscanResult Select(SingleLinkageTree dendrogram, HdbscanOptions options)
    {
        options.Validate();
        var tree = CondensedTree.Of(dendrogram, options.MinClusterSizeFor(dendrogram.Rows));
        var membership = ClusterMembership.Of(tree, ClusterSelection.Of(tree, options), options.Epsilon);
        var groups = Partition.Canonical(membership.ClusterOf);
        var stability = new double[groups.Count];
        for (var row = 0; row < dendrogram.Rows; row++)
        {
            if (groups.Labels[row] >= 0)
            {
                stability[groups.Labels[row]] = tree.Stability[membership.ClusterOf[row]];
            }
        }

        return new HdbscanResult(groups, membership.Strength, OutlierScores.Of(tree), stability, tree);
    }
}
