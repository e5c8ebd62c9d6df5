namespace TextSeg.Mining.Clustering;

/// <summary>
/// Several Leiden runs made one: each edge is weighed by the squared share of the runs that keep its ends together, and Leiden runs once more
/// (after the idea of Lancichinetti and Fortunato 2012, "Consensus clustering in complex networks", on the edges of the graph alone).
/// </summary>
internal static class Consensus
{
    /// <summary>Groups a graph by consensus.</summary>
    /// <returns>The groups and, for each entry of <see cref="WeightedGraph.Targets"/>, the share of runs that keep the two ends together.</returns>
    public static (Partition Groups, float[] EdgeShares) Run(
        WeightedGraph graph, ulong[] keys, double resolution, int runs, ulong seed, int threads, CancellationToken cancellation)
    {
        var votes = new Partition[runs];
        Parallel.For(0, runs, Threads.Limit(threads, cancellation), run => votes[run] = Fit(graph, keys, resolution, StableRandom.Derive(seed, run), cancellation));
        var shares = Shares(graph, votes);
        var weights = new float[shares.Length];
        for (var e = 0; e < weights.Length; e++)
        {
            weights[e] = graph.Weights[e] * shares[e] * shares[e];
        }

        return (Fit(graph.WithWeights(weights), keys, resolution, StableRandom.Derive(seed, runs), cancellation), shares);
    }

    /// <summary>For each node the mean share over its edges, by weight; 0 for a node without edges.</summary>
    public static float[] NodeTrust(WeightedGraph graph, float[] edgeShares)
    {
        var trust = new float[graph.Count];
        for (var node = 0; node < trust.Length; node++)
        {
            double kept = 0, all = 0;
            for (var e = graph.Offsets[node]; e < graph.Offsets[node + 1]; e++)
            {
                kept += graph.Weights[e] * edgeShares[e];
                all += graph.Weights[e];
            }

            trust[node] = all > 0 ? (float)(kept / all) : 0;
        }

        return trust;
    }

    private static Partition Fit(WeightedGraph graph, ulong[] keys, double resolution, ulong seed, CancellationToken cancellation)
        => new Leiden(new LeidenOptions { Resolution = resolution, Seed = seed }).Run(graph, keys, cancellation);

    private static float[] Shares(WeightedGraph graph, Partition[] votes)
    {
        var together = new int[graph.Targets.Length];
        foreach (var vote in votes)
        {
            for (var node = 0; node < graph.Count; node++)
            {
                for (var e = graph.Offsets[node]; e < graph.Offsets[node + 1]; e++)
                {
                    together[e] += vote.Labels[node] == vote.Labels[graph.Targets[e]] ? 1 : 0;
                }
            }
        }

        return Array.ConvertAll(together, count => (float)count / votes.Length);
    }
}
