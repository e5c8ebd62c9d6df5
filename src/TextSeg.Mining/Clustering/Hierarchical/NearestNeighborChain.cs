namespace TextSeg.Mining.Clustering.Hierarchical;

/// <summary>
/// Joins groups two by two until one is left, by nearest-neighbour chains (Benzécri 1982; Murtagh 1983, "A survey of recent advances in hierarchical
/// clustering algorithms", section 3; Müllner 2011, figure 3): from a group to its nearest, to that one's nearest, until two are nearest to each other; those are joined.
/// For a reducible cost the merges are those of joining the cheapest pair each time. Memory grows with the number of rows, not with its square.
/// </summary>
internal static class NearestNeighborChain
{
    private const string Stage = "merging groups";
    private const int ReportEvery = 512;

    /// <summary>The dendrogram of all rows.</summary>
    /// <param name="rows">The means of the first groups: unit vectors where the linkage is average.</param>
    /// <param name="sizes">Posts in each first group, above 0.</param>
    /// <param name="linkage">What two groups cost to join.</param>
    /// <param name="threads">Threads to use; 0 for one a processor. The result does not depend on it.</param>
    /// <param name="progress">Told how many merges are done.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static Dendrogram Run(
        VectorTable rows, int[] sizes, Linkage linkage, int threads = 0, IProgress<StageProgress>? progress = null, CancellationToken cancellation = default)
    {
        var cost = new LinkageCost(linkage);
        var groups = new GroupsInMerging(rows, sizes);
        var lists = new NearestLists(rows, groups, cost, threads, cancellation);
        var builder = new DendrogramBuilder(sizes.Length);
        var chain = new List<int>();
        var start = 0;
        while (groups.Count > 1)
        {
            if (chain.Count == 0)
            {
                cancellation.ThrowIfCancellationRequested();
                while (!groups.IsLeft(start))
                {
                    start++;
                }

                chain.Add(start);
            }

            var (top, previous) = (chain[^1], chain.Count > 1 ? chain[^2] : -1);
            var (nearest, price) = lists.Nearest(top, previous);
            if (nearest != previous)
            {
                chain.Add(nearest);
                continue;
            }

            chain.RemoveRange(chain.Count - 2, 2);
            var (kept, gone) = (Math.Min(top, nearest), Math.Max(top, nearest));
            var keptWeight = groups.WeightOf(kept);
            groups.Join(kept, gone);
            lists.Join(kept, keptWeight, gone, price);
            builder.Add(kept, gone, cost.Height(price));
            if (groups.Count % ReportEvery == 0)
            {
                progress?.Report(new StageProgress(Stage, sizes.Length - groups.Count, sizes.Length));
            }
        }

        return builder.Build();
    }
}
