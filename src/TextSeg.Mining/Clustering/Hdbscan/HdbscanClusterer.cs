namespace TextSeg.Mining.Clustering.Hdbscan;

/// <summary>
/// HDBSCAN* as a clusterer. The level to read first is what the options select; where that is by excess of mass and the leaves are more, they are a level below it.
/// Trust is the strength of membership.
/// </summary>
public sealed class HdbscanClusterer : IClusterer
{
    private readonly HdbscanOptions options;
    private readonly ulong seed;

    /// <param name="options">Settings.</param>
    /// <param name="seed">Seed of the samples on which stability is measured.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public HdbscanClusterer(HdbscanOptions options, ulong seed = 1)
    {
        options.Validate();
        (this.options, this.seed) = (options, seed);
    }

    /// <inheritdoc/>
    public ClusterTree Cluster(ClusteringInput input, IProgress<StageProgress>? progress = null, CancellationToken cancellation = default)
    {
        var dendrogram = HdbscanAlgorithm.Dendrogram(input.UnitRows, input.Keys, input.Neighbors, options, progress, cancellation);
        var reader = HdbscanAlgorithm.Select(dendrogram, options);
        var leaves = HdbscanAlgorithm.Select(dendrogram, With(ClusterSelectionMethod.Leaf, 1, input.Count));
        var hasLeaves = options.Selection == ClusterSelectionMethod.ExcessOfMass && leaves.Groups.Count > reader.Groups.Count && reader.Groups.Count > 0;
        Partition[] levels = hasLeaves ? [reader.Groups, leaves.Groups] : [reader.Groups];
        return new FlatLevels(seed, options.Threads).Describe(input, levels, 0, reader.Strength, Fit, cancellation);

        Partition[] Fit(ClusteringInput sample, ulong draw)
        {
            var share = (double)sample.Count / input.Count;
            var refit = HdbscanAlgorithm.Dendrogram(sample.UnitRows, sample.Keys, sample.Neighbors, options, null, cancellation);
            var selected = HdbscanAlgorithm.Select(refit, With(options.Selection, share, input.Count)).Groups;
            return hasLeaves ? [selected, HdbscanAlgorithm.Select(refit, With(ClusterSelectionMethod.Leaf, share, input.Count)).Groups] : [selected];
        }
    }

    /// <summary>The same settings with the smallest cluster thinned out as the rows of a sample are.</summary>
    private HdbscanOptions With(ClusterSelectionMethod selection, double share, int rows) => new()
    {
        MinClusterSize = Math.Max(2, (int)Math.Round(share * options.MinClusterSizeFor(rows))),
        MinSamples = options.MinSamples,
        Selection = selection,
        Epsilon = options.Epsilon,
        AllowSingleCluster = options.AllowSingleCluster,
        ExactRows = options.ExactRows,
        Threads = options.Threads,
    };
}
