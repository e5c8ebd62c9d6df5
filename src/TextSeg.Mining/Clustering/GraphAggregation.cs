namespace TextSeg.Mining.Clustering;

/// <summary>Makes smaller graphs of a graph: groups become nodes, or only some nodes stay.</summary>
internal static class GraphAggregation
{
    /// <summary>The graph whose nodes are the groups; weights between groups are summed, weights inside become inner weights.</summary>
    public static WeightedGraph Collapse(WeightedGraph graph, int[] groupOf, int groups)
    {
        var (starts, members) = MembersByGroup(groupOf, groups);
        var offsets = new int[groups + 1];
        var targets = new List<int>(graph.Targets.Length / 2);
        var weights = new List<float>(graph.Targets.Length / 2);
        var inner = new double[groups];
        var sums = new double[groups];
        var touched = new int[groups];
        for (var group = 0; group < groups; group++)
        {
            var count = 0;
            for (var m = starts[group]; m < starts[group + 1]; m++)
            {
                inner[group] += graph.InnerWeights[members[m]];
                count = AddRow(graph, members[m], groupOf, sums, touched, count);
            }

            inner[group] += sums[group];
            sums[group] = 0;
            Array.Sort(touched, 0, count);
            for (var t = 0; t < count; t++)
            {
                if (touched[t] != group)
                {
                    targets.Add(touched[t]);
                    weights.Add((float)sums[touched[t]]);
                    sums[touched[t]] = 0;
                }
            }

            offsets[group + 1] = targets.Count;
        }

        return new WeightedGraph(offsets, [.. targets], [.. weights], inner);
    }

    /// <summary>The graph of some nodes and the edges between them.</summary>
    /// <param name="graph">The whole graph.</param>
    /// <param name="nodes">The nodes that stay, rising; node i of the result is <paramref name="nodes"/>[i].</param>
    public static WeightedGraph Induce(WeightedGraph graph, ReadOnlySpan<int> nodes)
    {
        var renamed = new int[graph.Count];
        Array.Fill(renamed, -1);
        for (var i = 0; i < nodes.Length; i++)
        {
            renamed[nodes[i]] = i;
        }

        var offsets = new int[nodes.Length + 1];
        var inner = new double[nodes.Length];
        for (var i = 0; i < nodes.Length; i++)
        {
            inner[i] = graph.InnerWeights[nodes[i]];
            offsets[i + 1] = offsets[i];
            for (var e = graph.Offsets[nodes[i]]; e < graph.Offsets[nodes[i] + 1]; e++)
            {
                offsets[i + 1] += renamed[graph.Targets[e]] >= 0 ? 1 : 0;
            }
        }

        var targets = new int[offsets[^1]];
        var weights = new float[offsets[^1]];
        for (var i = 0; i < nodes.Length; i++)
        {
            CopyRow(graph, nodes[i], renamed, targets, weights, offsets[i]);
        }

        return new WeightedGraph(offsets, targets, weights, inner);
    }

    private static void CopyRow(WeightedGraph graph, int node, int[] renamed, int[] targets, float[] weights, int place)
    {
        for (var e = graph.Offsets[node]; e < graph.Offsets[node + 1]; e++)
        {
            if (renamed[graph.Targets[e]] is var target and >= 0)
            {
                targets[place] = target;
                weights[place++] = graph.Weights[e];
            }
        }
    }

    private static int AddRow(WeightedGraph graph, int node, int[] groupOf, double[] sums, int[] touched, int count)
    {
        for (var e = graph.Offsets[node]; e < graph.Offsets[node + 1]; e++)
        {
            var group = groupOf[graph.Targets[e]];
            if (sums[group] == 0)
            {
                touched[count++] = group;
            }

            sums[group] += graph.Weights[e];
        }

        return count;
    }

    private static (int[] Starts, int[] Members) MembersByGroup(int[] groupOf, int groups)
    {
        var starts = new int[groups + 1];
        foreach (var group in groupOf)
        {
            starts[group + 1]++;
        }

        for (var group = 0; group < groups; group++)
        {
            starts[group + 1] += starts[group];
        }

        var cursor = starts.AsSpan(0, groups).ToArray();
        var members = new int[groupOf.Length];
        for (var node = 0; node < groupOf.Length; node++)
        {
            members[cursor[groupOf[node]]++] = node;
        }

        return (starts, members);
    }
}
