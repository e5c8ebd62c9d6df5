namespace TextSeg.Mining.Clustering.Hierarchical;

/// <summary>Sorts merges that were found in any order and numbers what they made.</summary>
internal sealed class DendrogramBuilder(int leaves)
{
    private readonly List<(int First, int Second, double Height)> found = [];
    private readonly double[] heightOf = new double[leaves];

    /// <summary>Adds the merge of the groups that hold two leaves. By rounding a merge could seem cheaper than one below it; it is given that one's height.</summary>
    public void Add(int first, int second, double height)
    {
        height = Math.Max(height, Math.Max(heightOf[first], heightOf[second]));
        (heightOf[first], heightOf[second]) = (height, height);
        found.Add((first, second, height));
    }

    /// <summary>The finished tree; merges of one height stay in the order of their finding, so that a part comes before what holds it.</summary>
    public Dendrogram Build()
    {
        var root = new int[leaves + found.Count];
        var sizes = new int[root.Length];
        for (var node = 0; node < root.Length; node++)
        {
            root[node] = node;
            sizes[node] = 1;
        }

        var merges = new DendrogramMerge[found.Count];
        var number = 0;
        foreach (var (first, second, height) in found.OrderBy(merge => merge.Height))
        {
            var (a, b) = (Root(root, first), Root(root, second));
            var made = leaves + number;
            (root[a], root[b]) = (made, made);
            sizes[made] = sizes[a] + sizes[b];
            merges[number++] = new DendrogramMerge(Math.Min(a, b), Math.Max(a, b), height, sizes[made]);
        }

        return new Dendrogram(leaves, merges);
    }

    private static int Root(int[] root, int node)
    {
        while (root[node] != node)
        {
            root[node] = root[root[node]];
            node = root[node];
        }

        return node;
    }
}
