namespace TextSeg.Mining.Clustering.Hdbscan;

/// <summary>
/// The hierarchy of the clusters that are large enough (Campello et al. 2015, section 4; named "condensed tree" by McInnes and Healy 2017): going down the dendrogram,
/// a cluster that splits into two large parts ends, and one that only loses few rows goes on. Levels are densities, λ = 1/distance.
/// A cluster's number is higher than its parent's; cluster 0 is the root and holds all rows.
/// Ties: the paper removes edges of one length together; here, as in the hdbscan library, one after the other, in the order of <see cref="ReachabilityEdge.ComesBefore"/>,
/// so that a row at the border of two clusters belongs to the one it is nearest to.
/// </summary>
/// <param name="Parent">For each cluster the one it came out of; −1 for the root.</param>
/// <param name="Birth">For each cluster the density at which it appears; 0 for the root.</param>
/// <param name="Death">For each cluster the density at which its last row leaves it or it splits.</param>
/// <param name="Size">For each cluster its rows at birth.</param>
/// <param name="Stability">For each cluster the sum over its rows of the densities they live through in it (the paper's relative excess of mass, equation 3).</param>
/// <param name="LastCluster">For each row the smallest cluster that holds it.</param>
/// <param name="Departure">For each row the density at which it leaves that cluster.</param>
public sealed record CondensedTree(int[] Parent, double[] Birth, double[] Death, int[] Size, double[] Stability, int[] LastCluster, double[] Departure)
{
    /// <summary>Number of clusters, the root among them.</summary>
    public int Count => Parent.Length;

    /// <summary>Whether each cluster splits no further.</summary>
    public bool[] Leaves()
    {
        var leaves = new bool[Count];
        Array.Fill(leaves, true);
        for (var cluster = 1; cluster < Count; cluster++)
        {
            leaves[Parent[cluster]] = false;
        }

        return leaves;
    }

    /// <summary>Condenses a dendrogram.</summary>
    /// <param name="tree">The dendrogram.</param>
    /// <param name="minClusterSize">Rows of the smallest part that is a cluster, at least 2.</param>
    public static CondensedTree Of(SingleLinkageTree tree, int minClusterSize) => new CondensedTreeBuilder(tree, minClusterSize).Build();
}
