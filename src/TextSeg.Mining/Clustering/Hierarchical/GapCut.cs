namespace TextSeg.Mining.Clustering.Hierarchical;

/// <summary>Chooses where to cut a dendrogram by its heights.</summary>
internal static class GapCut
{
    private const int LeavesPerGroup = 10;

    /// <summary>
    /// The number of groups at the largest gap: of all cuts that leave from the fewest to the most groups, the one whose next merge is higher than its last
    /// by the largest share of the last. Of equal gaps the one with fewer groups. Where the last merge has no height, any height of the next is a clear gap.
    /// </summary>
    /// <param name="tree">The dendrogram.</param>
    /// <param name="fewest">Fewest groups, at least 2.</param>
    /// <param name="most">Most groups; never more than a tenth of the leaves, or the fewest.</param>
    /// <param name="clear">The least gap that counts.</param>
    /// <returns>Null where no gap is clear.</returns>
    public static int? Choose(Dendrogram tree, int fewest, int most, double clear)
    {
        most = Math.Min(Math.Min(most, tree.Leaves - 1), Math.Max(fewest, tree.Leaves / LeavesPerGroup));
        int? chosen = null;
        for (var groups = fewest; groups <= most; groups++)
        {
            var (last, next) = (tree.Merges[tree.Leaves - groups - 1].Height, tree.Merges[tree.Leaves - groups].Height);
            var gap = last > 0 ? (next / last) - 1 : next > 0 ? double.PositiveInfinity : 0;
            if (gap > clear || (chosen is null && gap == clear))
            {
                (chosen, clear) = (groups, gap);
            }
        }

        return chosen;
    }
}
