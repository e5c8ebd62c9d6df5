namespace TextSeg.Mining.Clustering.Hdbscan;

/// <summary>
/// The dendrogram: rows joined along the minimum spanning tree, the shortest edge first. Nodes 0 to rows − 1 are the rows;
/// merge m makes node rows + m out of two earlier nodes, and the last one is the root.
/// </summary>
/// <param name="Rows">Number of rows.</param>
/// <param name="Left">For each merge the node on the side of the edge's first row.</param>
/// <param name="Right">For each merge the other node.</param>
/// <param name="Distance">For each merge the mutual reachability distance at which it happens, rising.</param>
/// <param name="Size">For each merge the rows below it.</param>
public sealed record SingleLinkageTree(int Rows, int[] Left, int[] Right, double[] Distance, int[] Size)
{
    /// <summary>Number of nodes, rows and merges.</summary>
    public int NodeCount => Rows + Left.Length;

    /// <summary>Joins rows along a spanning tree.</summary>
    /// <param name="rows">Number of rows.</param>
    /// <param name="edges">The tree's edges, the shortest first, rows − 1 of them.</param>
    public static SingleLinkageTree Of(int rows, ReachabilityEdge[] edges)
    {
        var tree = new SingleLinkageTree(rows, new int[edges.Length], new int[edges.Length], new double[edges.Length], new int[edges.Length]);
        var sets = new DisjointSets(rows);
        var nodeOf = new int[rows];
        for (var row = 0; row < rows; row++)
        {
            nodeOf[row] = row;
        }

        for (var merge = 0; merge < edges.Length; merge++)
        {
            tree.Left[merge] = nodeOf[sets.Find(edges[merge].First)];
            tree.Right[merge] = nodeOf[sets.Find(edges[merge].Second)];
            tree.Distance[merge] = edges[merge].Distance;
            sets.Join(edges[merge].First, edges[merge].Second);
            var root = sets.Find(edges[merge].First);
            tree.Size[merge] = sets.SizeOf(root);
            nodeOf[root] = rows + merge;
        }

        return tree;
    }

    /// <summary>Rows below a node.</summary>
    public int SizeOf(int node) => node < Rows ? 1 : Size[node - Rows];
}
