namespace TextSeg.Mining.Clustering.Hdbscan;

/// <summary>Takes clusters out of a condensed tree so that none lies in another.</summary>
internal static class ClusterSelection
{
    /// <summary>The clusters taken, rising.</summary>
    /// <param name="tree">The condensed tree.</param>
    /// <param name="options">Method, epsilon, and whether the root may be taken.</param>
    public static int[] Of(CondensedTree tree, HdbscanOptions options)
    {
        var rootAllowed = options.AllowSingleCluster && tree.Size[0] >= options.MinClusterSizeFor(tree.Size[0]);
        var selected = options.Selection == ClusterSelectionMethod.Leaf ? tree.Leaves() : ExcessOfMass(tree, rootAllowed);
        selected[0] &= rootAllowed;
        if (options.Epsilon > 0 && !selected[0])
        {
            selected = JoinBelow(tree, selected, options.Epsilon, rootAllowed);
        }

        return [.. Enumerable.Range(0, tree.Count).Where(cluster => selected[cluster])];
    }

    /// <summary>From the leaves up: a cluster is taken instead of what lies in it, unless that is more stable.</summary>
    private static bool[] ExcessOfMass(CondensedTree tree, bool rootAllowed)
    {
        var below = new double[tree.Count];
        var taken = new bool[tree.Count];
        var leaves = tree.Leaves();
        for (var cluster = tree.Count - 1; cluster >= 0; cluster--)
        {
            taken[cluster] = (cluster > 0 || rootAllowed) && (leaves[cluster] || tree.Stability[cluster] >= below[cluster]);
            if (cluster > 0)
            {
                below[tree.Parent[cluster]] += taken[cluster] ? tree.Stability[cluster] : below[cluster];
            }
        }

        return Outermost(tree, taken);
    }

    /// <summary>
    /// Clusters born at a distance below epsilon give way to the nearest one above them that was born at more (Malzer and Baum 2020,
    /// "A hybrid approach to hierarchical density-based cluster selection", section IV); the root is used only where it is allowed.
    /// </summary>
    private static bool[] JoinBelow(CondensedTree tree, bool[] selected, double epsilon, bool rootAllowed)
    {
        var joined = new bool[tree.Count];
        for (var cluster = 0; cluster < tree.Count; cluster++)
        {
            if (!selected[cluster])
            {
                continue;
            }

            var at = cluster;
            while (tree.Birth[at] * epsilon > 1 && (tree.Parent[at] > 0 || rootAllowed))
            {
                at = tree.Parent[at];
            }

            joined[at] = true;
        }

        return Outermost(tree, joined);
    }

    private static bool[] Outermost(CondensedTree tree, bool[] taken)
    {
        var covered = new bool[tree.Count];
        var outermost = new bool[tree.Count];
        for (var cluster = 0; cluster < tree.Count; cluster++)
        {
            covered[cluster] = cluster > 0 && (covered[tree.Parent[cluster]] || taken[tree.Parent[cluster]]);
            outermost[cluster] = taken[cluster] && !covered[cluster];
        }

        return outermost;
    }
}
