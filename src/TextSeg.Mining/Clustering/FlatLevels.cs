namespace TextSeg.Mining.Clustering;

/// <summary>
/// Makes a <see cref="ClusterTree"/> of what an algorithm found that knows only labels: silhouettes, parents, and stability by fitting again on samples of the nodes.
/// Samples are fitted one after the other, so that only one copy of their vectors is held; the algorithm may use its threads inside.
/// </summary>
/// <param name="seed">Seed of the samples.</param>
/// <param name="threads">Threads for silhouettes, 0 for one a processor.</param>
internal sealed class FlatLevels(ulong seed, int threads)
{
    private const int Samples = 3;
    private const double SampleShare = 0.8;

    /// <summary>Groups a sample again with the settings that the full result came out with (its number of groups, its radius, …).</summary>
    /// <param name="sample">The sample's nodes with the neighbours and edges between them.</param>
    /// <param name="draw">Seed of this sample.</param>
    public delegate Partition Fit(ClusteringInput sample, ulong draw);

    /// <summary>Groups a sample again at every level; as many levels as the full result has.</summary>
    public delegate Partition[] FitLevels(ClusteringInput sample, ulong draw);

    /// <summary>A tree of one level.</summary>
    /// <param name="input">The nodes.</param>
    /// <param name="groups">The group of each node, in canonical order (<see cref="Partition.Canonical"/>).</param>
    /// <param name="strengths">How strongly each node belongs to its group, 0 to 1.</param>
    /// <param name="fit">The algorithm.</param>
    /// <param name="cancellation">Stops the work.</param>
    public ClusterTree Describe(ClusteringInput input, Partition groups, float[] strengths, Fit fit, CancellationToken cancellation)
        => Describe(input, [groups], 0, strengths, (sample, draw) => [fit(sample, draw)], cancellation);

    /// <summary>A tree of several levels, few groups first, each level inside the one before.</summary>
    /// <param name="input">The nodes.</param>
    /// <param name="levels">The group of each node at each level; a node that is in a group at one level is in one at the level before.</param>
    /// <param name="readerLevel">The level to read first.</param>
    /// <param name="strengths">How strongly each node belongs to its group at that level, 0 to 1.</param>
    /// <param name="fit">The algorithm.</param>
    /// <param name="cancellation">Stops the work.</param>
    public ClusterTree Describe(
        ClusteringInput input, Partition[] levels, int readerLevel, float[] strengths, FitLevels fit, CancellationToken cancellation)
    {
        var held = Resample(input, levels, fit, cancellation);
        var described = new ClusterLevel[levels.Length];
        for (var level = 0; level < levels.Length; level++)
        {
            var silhouette = Silhouette.Of(input.UnitRows, levels[level], threads, cancellation);
            var parents = level > 0 ? NestedLevels.Parents(levels[level], levels[level - 1]) : [.. Enumerable.Repeat(-1, levels[0].Count)];
            described[level] = new ClusterLevel(levels[level], 0, silhouette, held[level].Agreement, held[level].OfGroup, parents);
        }

        var trust = (float[])strengths.Clone();
        for (var node = 0; node < trust.Length; node++)
        {
            trust[node] = levels[readerLevel].Labels[node] < 0 ? 0 : trust[node];
        }

        return new ClusterTree(described, readerLevel, trust);
    }

    private ResamplingResult[] Resample(ClusteringInput input, Partition[] levels, FitLevels fit, CancellationToken cancellation)
    {
        var held = new ResamplingResult[Samples][];
        for (var sample = 0; sample < Samples; sample++)
        {
            cancellation.ThrowIfCancellationRequested();
            var draw = StableRandom.Derive(seed, sample);
            var nodes = Resampling.Sample(input.Keys, SampleShare, draw);
            var refits = fit(input.Take(nodes), draw);
            held[sample] = new ResamplingResult[levels.Length];
            for (var level = 0; level < levels.Length; level++)
            {
                var full = Array.ConvertAll(nodes, node => levels[level].Labels[node]);
                held[sample][level] = Resampling.Compare(full, levels[level].Count, refits[level]);
            }
        }

        return [.. Enumerable.Range(0, levels.Length).Select(level => ResamplingResult.Mean(Array.ConvertAll(held, of => of[level])))];
    }
}
