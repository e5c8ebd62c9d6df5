using TextSeg.Mining.Clustering.Hdbscan;

namespace TextSeg.Mining.Clustering.Dbscan;

/// <summary>DBSCAN as a clusterer: one level; trust is the strength of <see cref="DbscanResult"/>. Samples are grouped with the epsilon that all rows came out with.</summary>
public sealed class DbscanClusterer : IClusterer
{
    private readonly DbscanOptions options;
    private readonly ulong seed;

    /// <param name="options">Settings.</param>
    /// <param name="seed">Seed of the samples on which stability is measured.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public DbscanClusterer(DbscanOptions options, ulong seed = 1)
    {
        options.Validate();
        (this.options, this.seed) = (options, seed);
    }

    /// <inheritdoc/>
    public ClusterTree Cluster(ClusteringInput input, IProgress<StageProgress>? progress = null, CancellationToken cancellation = default)
    {
        var full = DbscanAlgorithm.Run(input.UnitRows, input.Keys, input.Neighbors, options, progress, cancellation);
        return new FlatLevels(seed, options.Threads).Describe(input, full.Groups, full.Strength, Fit, cancellation);

        Partition Fit(ClusteringInput sample, ulong draw)
        {
            var thinned = new DbscanOptions
            {
                Epsilon = Math.Max(full.Epsilon, UnitDistance.Shortest),
                MinPoints = Math.Max(1, (int)Math.Round(options.MinPoints * (double)sample.Count / Math.Max(1, input.Count))),
                ExactRows = options.ExactRows,
                Threads = options.Threads,
            };
            return DbscanAlgorithm.Run(sample.UnitRows, sample.Keys, sample.Neighbors, thinned, null, cancellation).Groups;
        }
    }
}
