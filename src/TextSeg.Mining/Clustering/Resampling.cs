namespace TextSeg.Mining.Clustering;

/// <summary>How well groups hold when only some of the nodes are there.</summary>
/// <param name="Agreement">Mean adjusted Rand index with the full result over the samples.</param>
/// <param name="OfGroup">For each group the mean of its best overlap with a group of the sample (Jaccard; Hennig 2007, "Cluster-wise assessment of cluster stability").</param>
internal sealed record ResamplingResult(double Agreement, double[] OfGroup)
{
    /// <summary>The mean over samples.</summary>
    public static ResamplingResult Mean(ResamplingResult[] samples)
    {
        var ofGroup = new double[samples[0].OfGroup.Length];
        double agreement = 0;
        foreach (var result in samples)
        {
            agreement += result.Agreement / samples.Length;
            for (var group = 0; group < ofGroup.Length; group++)
            {
                ofGroup[group] += result.OfGroup[group] / samples.Length;
            }
        }

        return new ResamplingResult(agreement, ofGroup);
    }
}

/// <summary>Fits again on random samples of the nodes and compares.</summary>
internal static class Resampling
{
    /// <summary>A way to group the graph of a sample.</summary>
    /// <param name="graph">The sample's nodes and the edges between them.</param>
    /// <param name="keys">Their keys.</param>
    /// <param name="nodes">Their numbers in the whole graph.</param>
    /// <param name="seed">Seed of this sample.</param>
    public delegate Partition Fit(WeightedGraph graph, ulong[] keys, int[] nodes, ulong seed);

    /// <summary>The nodes of one sample, rising. Which nodes stay depends on seed and keys.</summary>
    public static int[] Sample(ulong[] keys, double share, ulong seed)
    {
        var kept = new List<int>((int)(keys.Length * share) + 1);
        for (var node = 0; node < keys.Length; node++)
        {
            if (StableRandom.Unit(seed, keys[node]) < share)
            {
                kept.Add(node);
            }
        }

        return [.. kept];
    }

    /// <summary>Fits the samples, on several threads, and compares each with the full result on the nodes it holds.</summary>
    public static ResamplingResult Measure(
        WeightedGraph graph, ulong[] keys, Partition full, Fit fit, int samples, double share, ulong seed, int threads, CancellationToken cancellation)
    {
        var results = new ResamplingResult[samples];
        Parallel.For(0, samples, Threads.Limit(threads, cancellation), sample =>
        {
            var draw = StableRandom.Derive(seed, sample);
            var nodes = Sample(keys, share, draw);
            var sampleKeys = Array.ConvertAll(nodes, node => keys[node]);
            var refit = fit(GraphAggregation.Induce(graph, nodes), sampleKeys, nodes, draw);
            results[sample] = Compare(Array.ConvertAll(nodes, node => full.Labels[node]), full.Count, refit);
        });
        return ResamplingResult.Mean(results);
    }

    /// <summary>Compares a sample's groups with the full result on the same nodes; no group (−1) counts as a group of its own in the agreement.</summary>
    /// <param name="labels">The full result's group of each node of the sample.</param>
    /// <param name="groups">Number of groups in the full result.</param>
    /// <param name="refit">The groups found in the sample.</param>
    public static ResamplingResult Compare(int[] labels, int groups, Partition refit)
    {
        var (first, second) = (new int[groups], refit.Sizes());
        var together = new Dictionary<(int Group, int Found), int>();
        for (var i = 0; i < labels.Length; i++)
        {
            if (labels[i] >= 0 && refit.Labels[i] >= 0)
            {
                first[labels[i]]++;
                together[(labels[i], refit.Labels[i])] = together.GetValueOrDefault((labels[i], refit.Labels[i])) + 1;
            }
        }

        var best = new double[groups];
        foreach (var ((group, found), count) in together)
        {
            best[group] = Math.Max(best[group], (double)count / (first[group] + second[found] - count));
        }

        return new ResamplingResult(ClusterAgreement.AdjustedRand(labels, refit.Labels), best);
    }
}
