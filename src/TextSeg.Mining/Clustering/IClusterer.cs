namespace TextSeg.Mining.Clustering;

/// <summary>
/// A way to group nodes. What is given back depends on the input and on the clusterer's own settings and seed alone: not on the number of threads, and, as nodes
/// are told apart by their keys, not on the order of the rows.
/// </summary>
public interface IClusterer
{
    /// <summary>Groups nodes; a node may be in no group (−1), and there may be no group at all.</summary>
    /// <param name="input">The nodes.</param>
    /// <param name="progress">Told what is being done.</param>
    /// <param name="cancellation">Stops the work.</param>
    ClusterTree Cluster(ClusteringInput input, IProgress<StageProgress>? progress = null, CancellationToken cancellation = default);
}
