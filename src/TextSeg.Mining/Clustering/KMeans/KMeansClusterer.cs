namespace TextSeg.Mining.Clustering.KMeans;

/// <summary>Groups nodes by <see cref="SphericalKMeans"/>; coarser levels join its groups by Ward's criterion. Only the vectors, keys and sizes are looked at.</summary>
public sealed class KMeansClusterer : IClusterer
{
    private const int MostLevels = 4;

    private readonly KMeansOptions options;

    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public KMeansClusterer(KMeansOptions options)
    {
        options.Validate();
        this.options = options;
    }

    /// <inheritdoc/>
    public ClusterTree Cluster(ClusteringInput input, IProgress<StageProgress>? progress = null, CancellationToken cancellation = default)
    {
        var found = new SphericalKMeans(options).Run(input.UnitRows, input.Keys, input.NodeSizes, progress, cancellation);
        Partition[] levels = [.. NestedLevels.Above(input.UnitRows, found.Groups, MostLevels - 1), found.Groups];
        return new FlatLevels(options.Seed, options.Threads).Describe(input, levels, levels.Length - 1, found.Strength, Refit, cancellation);

        Partition[] Refit(ClusteringInput sample, ulong draw)
        {
            progress?.Report(new StageProgress("stability", 0, 0));
            var again = new SphericalKMeans(Fixed(found.Groups.Count, draw)).Run(sample.UnitRows, sample.Keys, sample.NodeSizes, null, cancellation).Groups;
            return Array.ConvertAll(levels, level => level == found.Groups ? again : NestedLevels.Join(sample.UnitRows, again, level.Count));
        }
    }

    private KMeansOptions Fixed(int groups, ulong seed) => new()
    {
        Groups = Math.Max(1, groups), Seed = seed, Threads = options.Threads, Starts = options.Starts, MostRounds = options.MostRounds, Tolerance = options.Tolerance,
    };
}
