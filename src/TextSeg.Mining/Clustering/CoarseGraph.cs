namespace TextSeg.Mining.Clustering;

/// <summary>
/// A large graph made small: its nodes are groups of about a hundred nodes found by one run of <see cref="Leiden"/> at a high resolution. Groups at lower resolutions
/// are nearly always unions of such (the aggregation on which the Leiden method itself rests, Traag et al. 2019), so many resolutions can be tried at little cost.
/// </summary>
/// <param name="Graph">The small graph.</param>
/// <param name="Keys">Key of each of its nodes: that of its first node in the large graph.</param>
/// <param name="NodeSizes">Posts in each of its nodes.</param>
/// <param name="PlaceOf">The small graph's node of each node of the large one; null where they are the same.</param>
internal sealed record CoarseGraph(WeightedGraph Graph, ulong[] Keys, int[] NodeSizes, int[]? PlaceOf)
{
    private const int NodesPerResolution = 150;
    private const double AboveHighest = 8;

    /// <summary>A graph as it is.</summary>
    public static CoarseGraph Whole(WeightedGraph graph, ulong[] keys, int[] nodeSizes) => new(graph, keys, nodeSizes, null);

    /// <summary>Makes a large graph small.</summary>
    /// <param name="graph">The large graph.</param>
    /// <param name="keys">Its keys.</param>
    /// <param name="nodeSizes">Posts in its nodes.</param>
    /// <param name="highest">The highest resolution that will be asked for.</param>
    /// <param name="seed">Seed of the run.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static CoarseGraph Of(WeightedGraph graph, ulong[] keys, int[] nodeSizes, double highest, ulong seed, CancellationToken cancellation)
    {
        var resolution = Math.Max(highest * AboveHighest, (double)graph.Count / NodesPerResolution);
        var groups = new Leiden(new LeidenOptions { Resolution = resolution, Seed = seed, Rounds = 1 }).Run(graph, keys, cancellation);
        var groupKeys = new ulong[groups.Count];
        for (var node = graph.Count - 1; node >= 0; node--)
        {
            groupKeys[groups.Labels[node]] = keys[node];
        }

        return new CoarseGraph(GraphAggregation.Collapse(graph, groups.Labels, groups.Count), groupKeys, SmallGroups.Sizes(groups, nodeSizes), groups.Labels);
    }

    /// <summary>Groups of the large graph's nodes.</summary>
    public Partition Expand(Partition groups) => PlaceOf is null ? groups : new(Array.ConvertAll(PlaceOf, place => groups.Labels[place]), groups.Count);
}
