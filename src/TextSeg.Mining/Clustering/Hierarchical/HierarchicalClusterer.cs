namespace TextSeg.Mining.Clustering.Hierarchical;

/// <summary>Groups nodes by <see cref="AgglomerativeClustering"/>; the levels are cuts of one tree. Only the vectors, keys and sizes are looked at.</summary>
public sealed class HierarchicalClusterer : IClusterer
{
    private const int Step = 4;
    private const int FewestAtTop = 3;
    private const int LeavesPerGroup = 10;

    private readonly AgglomerativeOptions options;
    private readonly ulong seed;

    /// <param name="options">Settings of the clustering.</param>
    /// <param name="seed">Seed of the samples on which stability is measured; the groups themselves need none.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public HierarchicalClusterer(AgglomerativeOptions options, ulong seed = 1)
    {
        options.Validate();
        (this.options, this.seed) = (options, seed);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">There are more nodes than the options allow.</exception>
    public ClusterTree Cluster(ClusteringInput input, IProgress<StageProgress>? progress = null, CancellationToken cancellation = default)
    {
        var found = new AgglomerativeClustering(options).Run(input.UnitRows, input.Keys, input.NodeSizes, progress, cancellation);
        var counts = Counts(found.Groups.Count, found.Tree.Leaves);
        var levels = Array.ConvertAll(counts, found.Cut);
        return new FlatLevels(seed, options.Threads).Describe(input, levels, Array.IndexOf(counts, Math.Max(1, found.Groups.Count)), found.Strength, Refit, cancellation);

        Partition[] Refit(ClusteringInput sample, ulong draw)
        {
            progress?.Report(new StageProgress("stability", 0, 0));
            var again = new AgglomerativeClustering(Fixed(counts[0])).Run(sample.UnitRows, sample.Keys, sample.NodeSizes, null, cancellation);
            return Array.ConvertAll(counts, again.Cut);
        }
    }

    /// <summary>Numbers of groups of the levels, rising: a quarter, and a quarter of that, down to three; then the chosen number; then four times as many where the leaves allow it.</summary>
    internal static int[] Counts(int chosen, int leaves)
    {
        var counts = new List<int> { Math.Max(1, chosen) };
        for (var coarser = chosen / Step; coarser >= FewestAtTop; coarser /= Step)
        {
            counts.Insert(0, coarser);
        }

        if (chosen > 1 && chosen * Step <= leaves / LeavesPerGroup)
        {
            counts.Add(chosen * Step);
        }

        return [.. counts];
    }

    private AgglomerativeOptions Fixed(int groups)
        => new() { Linkage = options.Linkage, Groups = groups, MostNodes = options.MostNodes, Threads = options.Threads };
}
