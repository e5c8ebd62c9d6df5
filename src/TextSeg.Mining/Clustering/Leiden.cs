namespace TextSeg.Mining.Clustering;

/// <summary>
/// The Leiden method (Traag, Waltman and van Eck 2019, "From Louvain to Leiden: guaranteeing well-connected communities", algorithm A.2):
/// local moving of nodes, refinement of the groups, aggregation of the refined groups, until every group is one node.
/// The quality is that of Reichardt and Bornholdt (2006) with the configuration null model: modularity with a resolution.
/// Groups are always connected. The result depends on the graph, the seed and the keys of the nodes alone.
/// </summary>
public sealed class Leiden
{
    // From so many nodes on the tables of a level are given back before the next: the collector would let those of several levels and runs stand side by side.
    private const int LargeLevel = 200_000;

    private readonly LeidenOptions options;

    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public Leiden(LeidenOptions options)
    {
        options.Validate();
        this.options = options;
    }

    /// <summary>Groups the nodes of a graph.</summary>
    /// <param name="graph">The graph; nodes without edges become groups of their own.</param>
    /// <param name="keys">What tells the nodes apart, one for each: random draws hang on it, not on the position.</param>
    /// <param name="cancellation">Stops the work between levels.</param>
    public Partition Run(WeightedGraph graph, ReadOnlySpan<ulong> keys, CancellationToken cancellation = default)
    {
        var labels = new int[graph.Count];
        for (var node = 0; node < labels.Length; node++)
        {
            labels[node] = node;
        }

        var quality = double.NegativeInfinity;
        for (var round = 0; round < options.Rounds; round++)
        {
            var next = RunOnce(graph, keys, labels, StableRandom.Derive(options.Seed, round), cancellation);
            var reached = PartitionQuality.Of(graph, next, options.Resolution);
            if (reached <= quality)
            {
                break;
            }

            (labels, quality) = (next, reached);
        }

        return Partition.Canonical(labels);
    }

    private int[] RunOnce(WeightedGraph graph, ReadOnlySpan<ulong> nodeKeys, int[] start, ulong seed, CancellationToken cancellation)
    {
        var penalty = graph.TotalStrength > 0 ? options.Resolution / graph.TotalStrength : 0;
        var (current, keys) = (graph, nodeKeys.ToArray());
        var labels = Partition.Compact(start, out _);
        var place = new int[graph.Count];
        for (var node = 0; node < place.Length; node++)
        {
            place[node] = node;
        }

        for (var level = 0; ; level++)
        {
            cancellation.ThrowIfCancellationRequested();
            var order = StableRandom.Order(StableRandom.Derive(seed, 2 * level), keys);
            new LocalMoving(current, labels, penalty).Run(order);
            labels = Partition.Compact(labels, out var groups);
            if (groups == current.Count)
            {
                break;
            }

            var refined = new Refinement(current, labels, penalty, options.Randomness).Run(order, keys, StableRandom.Derive(seed, (2 * level) + 1));
            refined = Partition.Compact(refined, out var parts);
            if (parts == current.Count)
            {
                break;
            }

            (labels, keys) = Descend(labels, keys, refined, parts);
            current = GraphAggregation.Collapse(current, refined, parts);
            Follow(place, refined);
            if (refined.Length > LargeLevel)
            {
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: false);
            }
        }

        Follow(place, labels);
        return place;
    }

    private static (int[] Labels, ulong[] Keys) Descend(int[] labels, ulong[] keys, int[] refined, int parts)
    {
        var nextLabels = new int[parts];
        var nextKeys = new ulong[parts];
        for (var node = labels.Length - 1; node >= 0; node--)
        {
            nextLabels[refined[node]] = labels[node];
            nextKeys[refined[node]] = keys[node];
        }

        return (nextLabels, nextKeys);
    }

    private static void Follow(int[] place, int[] labels)
    {
        for (var node = 0; node < place.Length; node++)
        {
            place[node] = labels[place[node]];
        }
    }
}
