namespace TextSeg.Mining.Clustering;

/// <summary>Gives the nodes of groups that are too small to the group they have the most edge weight with.</summary>
internal static class SmallGroups
{
    /// <summary>Absorbs groups from the smallest up; a small group without any edge outwards is dissolved and its nodes are in no group (−1).</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="groups">The groups.</param>
    /// <param name="nodeSizes">Posts in each node.</param>
    /// <param name="smallest">Fewest posts in a group.</param>
    /// <param name="within">Where given, a group may only join one of the same number here.</param>
    public static Partition Absorb(WeightedGraph graph, Partition groups, int[] nodeSizes, int smallest, Partition? within = null)
    {
        var labels = (int[])groups.Labels.Clone();
        var members = Array.ConvertAll(groups.Members(), m => new List<int>(m));
        var sizes = Sizes(groups, nodeSizes);
        var waiting = new PriorityQueue<int, (int Size, int Group)>();
        for (var group = 0; group < groups.Count; group++)
        {
            waiting.Enqueue(group, (sizes[group], -group));
        }

        while (waiting.TryDequeue(out var group, out var rank) && rank.Size < smallest)
        {
            if (rank.Size != sizes[group] || members[group].Count == 0)
            {
                continue;
            }

            var target = Strongest(graph, labels, members[group], within);
            foreach (var node in members[group])
            {
                labels[node] = target;
            }

            if (target >= 0)
            {
                members[target].AddRange(members[group]);
                sizes[target] += sizes[group];
                waiting.Enqueue(target, (sizes[target], -target));
            }

            members[group].Clear();
        }

        return Partition.Canonical(labels);
    }

    /// <summary>Posts in each group.</summary>
    public static int[] Sizes(Partition groups, int[] nodeSizes)
    {
        var sizes = new int[groups.Count];
        for (var node = 0; node < nodeSizes.Length; node++)
        {
            if (groups.Labels[node] >= 0)
            {
                sizes[groups.Labels[node]] += nodeSizes[node];
            }
        }

        return sizes;
    }

    private static int Strongest(WeightedGraph graph, int[] labels, List<int> nodes, Partition? within)
    {
        var own = labels[nodes[0]];
        var weights = new SortedDictionary<int, double>();
        foreach (var node in nodes)
        {
            for (var e = graph.Offsets[node]; e < graph.Offsets[node + 1]; e++)
            {
                var other = graph.Targets[e];
                if (labels[other] >= 0 && labels[other] != own && (within is null || within.Labels[other] == within.Labels[node]))
                {
                    weights[labels[other]] = weights.GetValueOrDefault(labels[other]) + graph.Weights[e];
                }
            }
        }

        var (best, most) = (-1, 0.0);
        foreach (var (group, weight) in weights)
        {
            if (weight > most)
            {
                (best, most) = (group, weight);
            }
        }

        return best;
    }
}
