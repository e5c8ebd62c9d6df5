namespace TextSeg.Mining.Clustering;

/// <summary>
/// Joins groups by Ward's criterion (Ward 1963): each step joins the two groups whose union raises the squared distances to the mean the least.
/// All pairs are found by nearest-neighbour chains (Murtagh 1983), then applied from the cheapest on, so every number of groups can be had, each nested in the next.
/// </summary>
internal static class WardMerging
{
    /// <summary>The joined group of each group, 0 to <paramref name="wanted"/> − 1.</summary>
    /// <param name="means">Mean vector of each group.</param>
    /// <param name="sizes">Rows in each group, above 0.</param>
    /// <param name="wanted">Number of groups to end with, 1 to the number of groups.</param>
    public static int[] Merge(VectorTable means, int[] sizes, int wanted)
    {
        var merges = Chain(means, sizes);
        merges.Sort(static (a, b) => a.Cost != b.Cost ? a.Cost.CompareTo(b.Cost) : a.Step.CompareTo(b.Step));
        var root = new int[sizes.Length];
        for (var group = 0; group < root.Length; group++)
        {
            root[group] = group;
        }

        for (var m = 0; m < sizes.Length - wanted; m++)
        {
            root[Root(root, merges[m].Second)] = Root(root, merges[m].First);
        }

        var labels = new int[root.Length];
        for (var group = 0; group < root.Length; group++)
        {
            labels[group] = Root(root, group);
        }

        return Partition.Compact(labels, out _);
    }

    private static List<(double Cost, int Step, int First, int Second)> Chain(VectorTable means, int[] sizes)
    {
        var (count, d) = (sizes.Length, means.Dimension);
        var values = (float[])means.Values.Clone();
        var weight = Array.ConvertAll(sizes, size => (double)size);
        var merges = new List<(double, int, int, int)>();
        var chain = new List<int>();
        while (merges.Count < count - 1)
        {
            if (chain.Count == 0)
            {
                chain.Add(Array.FindIndex(weight, w => w > 0));
            }

            var top = chain[^1];
            var previous = chain.Count > 1 ? chain[^2] : -1;
            var (nearest, cost) = Nearest(values, weight, d, top, previous);
            if (nearest != previous)
            {
                chain.Add(nearest);
                continue;
            }

            chain.RemoveRange(chain.Count - 2, 2);
            var (kept, gone) = (Math.Min(top, nearest), Math.Max(top, nearest));
            Join(values, weight, d, kept, gone);
            merges.Add((cost, merges.Count, kept, gone));
        }

        return merges;
    }

    private static (int Nearest, double Cost) Nearest(float[] values, double[] weight, int d, int group, int preferred)
    {
        var (nearest, lowest) = (preferred, preferred < 0 ? double.PositiveInfinity : Cost(values, weight, d, group, preferred));
        for (var other = 0; other < weight.Length; other++)
        {
            if (other != group && weight[other] > 0 && Cost(values, weight, d, group, other) is var cost && cost < lowest)
            {
                (nearest, lowest) = (other, cost);
            }
        }

        return (nearest, lowest);
    }

    private static double Cost(float[] values, double[] weight, int d, int a, int b)
    {
        var distance = System.Numerics.Tensors.TensorPrimitives.Distance(values.AsSpan(a * d, d), values.AsSpan(b * d, d));
        return weight[a] * weight[b] / (weight[a] + weight[b]) * distance * distance;
    }

    private static void Join(float[] values, double[] weight, int d, int kept, int gone)
    {
        var share = (float)(weight[gone] / (weight[kept] + weight[gone]));
        for (var i = 0; i < d; i++)
        {
            values[(kept * d) + i] += share * (values[(gone * d) + i] - values[(kept * d) + i]);
        }

        weight[kept] += weight[gone];
        weight[gone] = 0;
    }

    private static int Root(int[] root, int group)
    {
        while (root[group] != group)
        {
            group = root[group];
        }

        return group;
    }
}
