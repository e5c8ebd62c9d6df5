namespace TextSeg.Mining.Clustering.Hierarchical;

/// <summary>What <see cref="AgglomerativeClustering"/> found.</summary>
/// <param name="Groups">The group of each row at the cut, by falling size; a row of zeros has no direction and is in none.</param>
/// <param name="Strength">How strongly each row belongs, 0 to 1: its silhouette s as (1 + s) ÷ 2; 0 in no group.</param>
/// <param name="Tree">All merges.</param>
/// <param name="LeafRows">The row that each leaf of the tree is.</param>
public sealed record AgglomerativeResult(Partition Groups, float[] Strength, Dendrogram Tree, int[] LeafRows)
{
    /// <summary>The groups of another cut; all cuts are nested.</summary>
    /// <param name="groups">At least 1; where there are fewer leaves, each is a group.</param>
    public Partition Cut(int groups)
    {
        var labels = new int[Groups.Labels.Length];
        Array.Fill(labels, -1);
        var cut = Tree.Cut(groups);
        for (var leaf = 0; leaf < cut.Length; leaf++)
        {
            labels[LeafRows[leaf]] = cut[leaf];
        }

        return Partition.Canonical(labels);
    }
}
