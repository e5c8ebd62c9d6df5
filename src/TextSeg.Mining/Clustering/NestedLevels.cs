using TextSeg.Mining.Clustering.Hierarchical;

namespace TextSeg.Mining.Clustering;

/// <summary>Builds levels above and below a level so that every group lies in one group of the level before. The number of groups grows at least by half from level to level.</summary>
internal sealed class NestedLevels(WeightedGraph graph, ulong[] keys, int[] nodeSizes, int smallest, ulong seed)
{
    private const int Step = 4;
    private const double LeastGrowth = 1.5;
    private const int FewestAtTop = 3;

    /// <summary>Coarser levels, few groups first: groups are joined by Ward's criterion, about four into one, then again.</summary>
    public static List<Partition> Above(VectorTable rows, Partition reader, int most)
    {
        var levels = new List<Partition>();
        var wanted = reader.Count / Step;
        while (levels.Count < most && wanted >= FewestAtTop)
        {
            levels.Insert(0, Join(rows, reader, wanted));
            wanted /= Step;
        }

        return levels;
    }

    /// <summary>Joins groups until so many are left.</summary>
    /// <param name="rows">Vectors.</param>
    /// <param name="groups">The group of each row, or of each chosen row.</param>
    /// <param name="wanted">Groups to be left.</param>
    /// <param name="chosen">The rows that <paramref name="groups"/> speaks of; null for all.</param>
    public static Partition Join(VectorTable rows, Partition groups, int wanted, int[]? chosen = null)
    {
        var joined = NearestNeighborChain.Run(GroupMeans.Of(rows, groups, chosen), groups.Sizes(), Linkage.Ward, threads: 1).Cut(wanted);
        return Partition.Canonical(Array.ConvertAll(groups.Labels, group => group < 0 ? -1 : joined[group]));
    }

    /// <summary>A finer level: each group is divided at a resolution of the whole graph; null where that divides too little.</summary>
    public Partition? Below(Partition reader, double resolution, int threads, CancellationToken cancellation, int rounds = 2)
    {
        var labels = new int[graph.Count];
        Array.Fill(labels, -1);
        var members = reader.Members();
        var parts = new Partition[members.Length];
        Parallel.For(0, members.Length, Threads.Limit(threads, cancellation), group =>
        {
            var inner = GraphAggregation.Induce(graph, members[group]);
            var innerKeys = Array.ConvertAll(members[group], node => keys[node]);
            var local = LocalResolution(resolution, members[group], inner);
            parts[group] = new Leiden(new LeidenOptions { Resolution = local, Seed = seed, Rounds = rounds }).Run(inner, innerKeys, cancellation);
        });
        var count = 0;
        for (var group = 0; group < members.Length; group++)
        {
            for (var i = 0; i < members[group].Length; i++)
            {
                labels[members[group][i]] = count + parts[group].Labels[i];
            }

            count += parts[group].Count;
        }

        var finer = SmallGroups.Absorb(graph, new Partition(labels, count), nodeSizes, smallest, reader);
        finer = KeepPlaced(finer, reader);
        return finer.Count >= reader.Count * LeastGrowth ? finer : null;
    }

    /// <summary>For each group the group of the coarser level that holds it.</summary>
    public static int[] Parents(Partition finer, Partition coarser)
    {
        var parents = new int[finer.Count];
        for (var node = 0; node < finer.Labels.Length; node++)
        {
            if (finer.Labels[node] >= 0)
            {
                parents[finer.Labels[node]] = coarser.Labels[node];
            }
        }

        return parents;
    }

    // The resolution at which nodes of the inner graph lose as much by being together as in the whole graph, where they have more strength.
    private double LocalResolution(double resolution, int[] nodes, WeightedGraph inner)
    {
        double outer = 0;
        foreach (var node in nodes)
        {
            outer += graph.Strengths[node];
        }

        return inner.TotalStrength > 0 ? resolution * outer * outer / (inner.TotalStrength * graph.TotalStrength) : 1;
    }

    // A part that was cut off whole within its group and is too small goes back to the group's largest part.
    private static Partition KeepPlaced(Partition finer, Partition reader)
    {
        var largest = new int[reader.Count];
        Array.Fill(largest, -1);
        var sizes = finer.Sizes();
        for (var node = 0; node < finer.Labels.Length; node++)
        {
            var (group, part) = (reader.Labels[node], finer.Labels[node]);
            if (part >= 0 && (largest[group] < 0 || sizes[part] > sizes[largest[group]]))
            {
                largest[group] = part;
            }
        }

        var labels = (int[])finer.Labels.Clone();
        var next = finer.Count;
        for (var node = 0; node < labels.Length; node++)
        {
            if (labels[node] < 0 && reader.Labels[node] is var group and >= 0)
            {
                largest[group] = largest[group] < 0 ? next++ : largest[group];
                labels[node] = largest[group];
            }
        }

        return Partition.Canonical(labels);
    }
}
