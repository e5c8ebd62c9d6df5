namespace TextSeg.Mining.Clustering.Hierarchical;

/// <summary>Means and weights of groups that become fewer. A group keeps the number of its earliest leaf.</summary>
internal sealed class GroupsInMerging
{
    private readonly int dimension;
    private readonly float[] means;
    private readonly double[] weights;
    private readonly int[] root;
    private int[] active;

    /// <param name="means">Mean of each first group; copied.</param>
    /// <param name="weights">Posts in each, above 0.</param>
    public GroupsInMerging(VectorTable means, ReadOnlySpan<int> weights)
    {
        dimension = means.Dimension;
        this.means = (float[])means.Values.Clone();
        this.weights = new double[weights.Length];
        root = new int[weights.Length];
        for (var group = 0; group < root.Length; group++)
        {
            this.weights[group] = weights[group];
            root[group] = group;
        }

        active = (int[])root.Clone();
        Count = root.Length;
    }

    /// <summary>Groups that are left.</summary>
    public int Count { get; private set; }

    /// <summary>The numbers of the groups that are left, rising, and some that are gone.</summary>
    public ReadOnlySpan<int> Candidates => active;

    public ReadOnlySpan<float> MeanOf(int group) => means.AsSpan(group * dimension, dimension);

    public double WeightOf(int group) => weights[group];

    /// <summary>Whether a group is left.</summary>
    public bool IsLeft(int group) => root[group] == group;

    /// <summary>The group that a first group is in now.</summary>
    public int Holding(int group)
    {
        while (root[group] != group)
        {
            root[group] = root[root[group]];
            group = root[group];
        }

        return group;
    }

    /// <summary>Puts a group into another.</summary>
    public void Join(int kept, int gone)
    {
        var share = (float)(weights[gone] / (weights[kept] + weights[gone]));
        var into = means.AsSpan(kept * dimension, dimension);
        var from = means.AsSpan(gone * dimension, dimension);
        for (var i = 0; i < into.Length; i++)
        {
            into[i] += share * (from[i] - into[i]);
        }

        weights[kept] += weights[gone];
        root[gone] = kept;
        Count--;
        if (Count < active.Length * 3 / 4)
        {
            active = Array.FindAll(active, IsLeft);
        }
    }
}
