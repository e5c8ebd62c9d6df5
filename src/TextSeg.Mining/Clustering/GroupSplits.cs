namespace TextSeg.Mining.Clustering;

/// <summary>Groups after splitting, and how well each holds inside the group it came from (1 where nothing was split).</summary>
internal sealed record SplitResult(Partition Groups, int[] Origin, double[] StabilityWithin);

/// <summary>
/// Looks for groups that swallowed smaller ones, as every quality with a resolution may (Fortunato and Barthélemy 2007, "Resolution limit in community detection"):
/// each group's own graph is grouped again, and the split stays only where the parts are as clear by silhouette as the groups of the whole
/// level are, the rows lie better than before with all other groups in view, and every part holds under resampling.
/// </summary>
internal sealed class GroupSplits(WeightedGraph graph, VectorTable rows, ulong[] keys, int[] nodeSizes, int smallest, GraphClustererOptions options, int rounds = 2)
{
    private const int MostParts = 8;
    private const int Samples = 6;

    // Smaller parts hold under resampling by accident too often; what was swallowed whole is about 1 % of the posts or more.
    private readonly int fewestInPart = Math.Max(smallest, Math.Clamp(nodeSizes.Sum() / 200, 10, 50));

    private static readonly double[] LocalResolutions = [0.2, 0.35, 0.6, 1, 1.6];

    private float[] before = [];
    private float[] nearestOther = [];
    private double leastSilhouette;

    /// <summary>Tests every group, on several threads.</summary>
    /// <param name="groups">The groups.</param>
    /// <param name="tested">Called after each group, on its thread.</param>
    /// <param name="cancellation">Stops the work.</param>
    public SplitResult Run(Partition groups, Action? tested, CancellationToken cancellation)
    {
        var members = groups.Members();
        (before, nearestOther) = Silhouette.OfRows(rows, groups, options.Threads, cancellation);
        leastSilhouette = Math.Max(options.TrustedSilhouette, before.Length > 0 ? before.Average() : 0);
        var found = new (Partition Parts, double[] Stability)?[members.Length];
        Parallel.For(0, members.Length, Threads.Limit(options.Threads, cancellation), group =>
        {
            found[group] = members[group].Length >= 2 * fewestInPart ? Split(members[group], cancellation) : null;
            tested?.Invoke();
        });
        var labels = (int[])groups.Labels.Clone();
        var (origin, within) = (new List<int>(), new List<double>());
        for (var group = 0; group < members.Length; group++)
        {
            var first = origin.Count;
            for (var part = 0; part < (found[group]?.Parts.Count ?? 1); part++)
            {
                origin.Add(group);
                within.Add(found[group]?.Stability[part] ?? 1);
            }

            for (var i = 0; i < members[group].Length; i++)
            {
                labels[members[group][i]] = first + (found[group]?.Parts.Labels[i] ?? 0);
            }
        }

        return Rename(labels, origin, within);
    }

    private static SplitResult Rename(int[] labels, List<int> origin, List<double> within)
    {
        var renamed = Partition.Canonical(labels);
        var (newOrigin, newWithin) = (new int[renamed.Count], new double[renamed.Count]);
        for (var node = 0; node < labels.Length; node++)
        {
            if (labels[node] >= 0)
            {
                newOrigin[renamed.Labels[node]] = origin[labels[node]];
                newWithin[renamed.Labels[node]] = within[labels[node]];
            }
        }

        return new SplitResult(renamed, newOrigin, newWithin);
    }

    private (Partition Parts, double[] Stability)? Split(int[] nodes, CancellationToken cancellation)
    {
        var inner = GraphAggregation.Induce(graph, nodes);
        var innerKeys = Array.ConvertAll(nodes, node => keys[node]);
        var innerSizes = Array.ConvertAll(nodes, node => nodeSizes[node]);
        var innerRows = GroupMeans.Gather(rows, nodes);
        var (best, bestSilhouette, bestResolution) = (default(Partition), leastSilhouette, 0.0);
        foreach (var resolution in LocalResolutions)
        {
            var parts = Fit(inner, innerKeys, resolution, options.Seed, cancellation);
            parts = SmallGroups.Absorb(inner, parts, innerSizes, fewestInPart);
            var silhouette = parts.Count is >= 2 and <= MostParts ? Silhouette.Of(innerRows, parts, 1, cancellation) : 0;
            if (silhouette * (1 - options.SilhouetteTolerance) > bestSilhouette || (best is null && silhouette >= bestSilhouette))
            {
                (best, bestSilhouette, bestResolution) = (parts, silhouette, resolution);
            }
        }

        if (best is null || Array.IndexOf(best.Labels, -1) >= 0 || !IsBetter(nodes, innerRows, best))
        {
            return null;
        }

        var stability = Resampling.Measure(
            inner, innerKeys, best, (g, k, _, seed) => Fit(g, k, bestResolution, seed, cancellation), Samples, options.SampleShare, options.Seed, 1, cancellation).OfGroup;
        return Array.TrueForAll(stability, s => s >= options.SplitStability) ? (best, stability) : null;
    }

    private Partition Fit(WeightedGraph part, ulong[] partKeys, double resolution, ulong seed, CancellationToken cancellation)
        => new Leiden(new LeidenOptions { Resolution = resolution, Seed = seed, Rounds = rounds }).Run(part, partKeys, cancellation);

    private bool IsBetter(int[] nodes, VectorTable innerRows, Partition parts)
    {
        var means = GroupMeans.Of(innerRows, parts);
        var sizes = parts.Sizes();
        var products = new float[parts.Count];
        var buffer = new float[rows.Dimension];
        double was = 0, becomes = 0;
        for (var i = 0; i < nodes.Length; i++)
        {
            DotBlock.Multiply(innerRows.Row(i, buffer), means.Values, rows.Dimension, products);
            var own = parts.Labels[i];
            var nearest = Math.Max(nearestOther[nodes[i]], Silhouette.NearestOther(products, own));
            becomes += Silhouette.Value(products[own], nearest, sizes[own], innerRows.Dot(i, i));
            was += before[nodes[i]];
        }

        return becomes * (1 - options.SilhouetteTolerance) > was;
    }
}
