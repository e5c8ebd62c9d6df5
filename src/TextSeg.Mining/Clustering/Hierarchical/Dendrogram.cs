namespace TextSeg.Mining.Clustering.Hierarchical;

/// <summary>One merge of a <see cref="Dendrogram"/>.</summary>
/// <param name="First">A leaf, 0 to leaves − 1, or leaves + i for what merge i made; the lower of the two numbers.</param>
/// <param name="Second">The other one.</param>
/// <param name="Height">What the merge cost, in the unit of distances between rows; it never falls from merge to merge.</param>
/// <param name="Leaves">Leaves below.</param>
public readonly record struct DendrogramMerge(int First, int Second, double Height, int Leaves);

/// <summary>The tree of merges of a hierarchical clustering, cheapest merge first, numbered as SciPy's linkage matrix.</summary>
/// <param name="Leaves">Number of leaves.</param>
/// <param name="Merges">One fewer than leaves.</param>
public sealed record Dendrogram(int Leaves, DendrogramMerge[] Merges)
{
    /// <summary>The group of each leaf when the tree is cut so that a number of groups is left, numbered by first appearance. Cuts of one tree are nested.</summary>
    /// <param name="groups">At least 1; where there are fewer leaves, each is a group.</param>
    public int[] Cut(int groups)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(groups, 1);
        var label = new int[Leaves + Merges.Length];
        for (var node = 0; node < label.Length; node++)
        {
            label[node] = node;
        }

        for (var merge = Leaves - groups - 1; merge >= 0; merge--)
        {
            var made = label[Leaves + merge];
            (label[Merges[merge].First], label[Merges[merge].Second]) = (made, made);
        }

        return Partition.Compact(label.AsSpan(0, Leaves), out _);
    }
}
