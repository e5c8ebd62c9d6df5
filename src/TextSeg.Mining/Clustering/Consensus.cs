namespace TextSeg.Mining.Clustering;

/// <summary>
/// Several Leiden runs made one. Each run sees a random share of the nodes (bagging, Breiman 1996); each edge is weighed by the squared share of the runs
/// with both its ends that keep them together; Leiden runs once more on those weights
/// (after Lancichinetti and Fortunato 2012, "Consensus clustering in complex networks", on the edges of the graph alone).
/// </summary>
internal sealed class Consensus
{
    private readonly WeightedGraph graph;
    private readonly ulong[] keys;
    private readonly double resolution;
    private readonly ulong seed;
    private readonly int rounds;
    private readonly int[][] votes;

    private Consensus(WeightedGraph graph, ulong[] keys, double resolution, ulong seed, int rounds, int[][] votes)
        => (this.graph, this.keys, this.resolution, this.seed, this.rounds, this.votes) = (graph, keys, resolution, seed, rounds, votes);

    /// <summary>Collects votes, on several threads; the same at any number of them.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="keys">Keys of the nodes.</param>
    /// <param name="resolution">Resolution of every run.</param>
    /// <param name="runs">Number of votes.</param>
    /// <param name="share">Share of the nodes that each run sees.</param>
    /// <param name="seed">Seed of runs and samples.</param>
    /// <param name="threads">Threads to use.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <param name="rounds">Rounds of each Leiden run.</param>
    /// <param name="voted">Called after each vote, on its thread.</param>
    public static Consensus Vote(
        WeightedGraph graph, ulong[] keys, double resolution, int runs, double share, ulong seed, int threads, CancellationToken cancellation,
        int rounds = 2, Action? voted = null)
    {
        var votes = new int[runs][];
        Parallel.For(0, runs, Threads.Limit(threads, cancellation), run =>
        {
            var draw = StableRandom.Derive(seed, run);
            var nodes = Resampling.Sample(keys, share, draw);
            var groups = Fit(GraphAggregation.Induce(graph, nodes), Array.ConvertAll(nodes, node => keys[node]), resolution, draw, rounds, cancellation);
            votes[run] = new int[graph.Count];
            Array.Fill(votes[run], -1);
            for (var i = 0; i < nodes.Length; i++)
            {
                votes[run][nodes[i]] = groups.Labels[i];
            }

            voted?.Invoke();
        });
        return new Consensus(graph, keys, resolution, seed, rounds, votes);
    }

    /// <summary>How well the votes agree with one another: the mean adjusted Rand index of all pairs on the nodes that both saw.</summary>
    public double Agreement()
    {
        double sum = 0;
        for (var a = 0; a < votes.Length; a++)
        {
            for (var b = 0; b < a; b++)
            {
                sum += ClusterAgreement.AdjustedRandOfPlaced(votes[a], votes[b]);
            }
        }

        return votes.Length > 1 ? sum * 2 / (votes.Length * (votes.Length - 1)) : 1;
    }

    /// <summary>The groups that the votes lead to.</summary>
    public Partition Decide(float[] shares, CancellationToken cancellation)
    {
        return Fit(graph.WithWeights(e => graph.Weights[e] * shares[e] * shares[e]), keys, resolution, StableRandom.Derive(seed, votes.Length), rounds, cancellation);
    }

    /// <summary>For each entry of <see cref="WeightedGraph.Targets"/> the share of the votes with both ends that keep them together; 0 where no vote has both.</summary>
    public float[] EdgeShares()
    {
        var shares = new float[graph.Targets.Length];
        for (var node = 0; node < graph.Count; node++)
        {
            for (var e = graph.Offsets[node]; e < graph.Offsets[node + 1]; e++)
            {
                shares[e] = EdgeShare(node, graph.Targets[e]);
            }
        }

        return shares;
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

    private float EdgeShare(int node, int other)
    {
        var (both, together) = (0, 0);
        foreach (var vote in votes)
        {
            if (vote[node] >= 0 && vote[other] >= 0)
            {
                both++;
                together += vote[node] == vote[other] ? 1 : 0;
            }
        }

        return both > 0 ? (float)together / both : 0;
    }

    private static Partition Fit(WeightedGraph part, ulong[] partKeys, double resolution, ulong seed, int rounds, CancellationToken cancellation)
        => new Leiden(new LeidenOptions { Resolution = resolution, Seed = seed, Rounds = rounds }).Run(part, partKeys, cancellation);
}
