namespace TextSeg.Mining.Clustering.Hdbscan;

/// <summary>Which of the taken clusters holds each row, and how firmly.</summary>
/// <param name="ClusterOf">For each row the number of a cluster of the condensed tree, or −1.</param>
/// <param name="Strength">For each row the density at which it leaves its cluster over that of the last row to leave, 0 to 1; 0 for a row in none (McInnes and Healy 2017, section 5).</param>
internal sealed record ClusterMembership(int[] ClusterOf, float[] Strength)
{
    /// <summary>Places every row.</summary>
    /// <param name="tree">The condensed tree.</param>
    /// <param name="selected">The clusters taken, none inside another.</param>
    /// <param name="epsilon">The distance within which rows of the root belong to it, where the root alone is taken; 0 for those that leave it last.</param>
    public static ClusterMembership Of(CondensedTree tree, int[] selected, double epsilon)
    {
        var holder = HoldersOf(tree, selected);
        var membership = new ClusterMembership(new int[tree.LastCluster.Length], new float[tree.LastCluster.Length]);
        for (var row = 0; row < tree.LastCluster.Length; row++)
        {
            var cluster = holder[tree.LastCluster[row]];
            var density = tree.Departure[row];
            if (cluster < 0 || (cluster == 0 && density < (epsilon > 0 ? 1 / epsilon : tree.Death[0])))
            {
                membership.ClusterOf[row] = -1;
                continue;
            }

            membership.ClusterOf[row] = cluster;
            membership.Strength[row] = (float)(Math.Min(density, tree.Death[cluster]) / tree.Death[cluster]);
        }

        return membership;
    }

    private static int[] HoldersOf(CondensedTree tree, int[] selected)
    {
        var holder = new int[tree.Count];
        Array.Fill(holder, -1);
        foreach (var cluster in selected)
        {
            holder[cluster] = cluster;
        }

        for (var cluster = 1; cluster < tree.Count; cluster++)
        {
            holder[cluster] = holder[cluster] < 0 ? holder[tree.Parent[cluster]] : holder[cluster];
        }

        return holder;
    }
}
