namespace TextSeg.Mining.Clustering.Hierarchical;

/// <summary>
/// Hierarchical clustering from the rows up, with average or Ward linkage (see <see cref="NearestNeighborChain"/>), cut into a given number of groups, at the
/// largest gap of heights (see <see cref="GapCut"/>) or, where no gap is clear, by silhouette (see <see cref="SilhouetteLadder"/>). The result depends on the rows, their keys and sizes alone, not on their order or the number of threads.
/// </summary>
public sealed class AgglomerativeClustering
{
    // Rows whose silhouettes are enough to choose a cut: the error of the mean is then below 0.002.
    private const int SilhouetteRows = 8_000;

    // Heights up to this are rounding: all rows are the same.
    private const double LeastHeight = 1e-6;

    private readonly AgglomerativeOptions options;

    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public AgglomerativeClustering(AgglomerativeOptions options)
    {
        options.Validate();
        this.options = options;
    }

    /// <summary>Groups rows.</summary>
    /// <param name="unitRows">Unit vectors; rows of zeros are in no group.</param>
    /// <param name="keys">What tells the rows apart, one for each; ties are broken by it.</param>
    /// <param name="sizes">How much each row counts, at least 1, for example its posts; null for one each.</param>
    /// <param name="progress">Told how many merges are done.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="ArgumentException">There are more rows than the options allow, the lengths differ, or a row holds a number that is not finite.</exception>
    public AgglomerativeResult Run(
        VectorTable unitRows, ulong[] keys, int[]? sizes = null, IProgress<StageProgress>? progress = null, CancellationToken cancellation = default)
    {
        if (unitRows.Count > options.MostNodes)
        {
            throw new ArgumentException(
                $"Hierarchical clustering takes at most {options.MostNodes:N0} texts and there are {unitRows.Count:N0}; group by graph or by k-means, or raise the limit and wait.");
        }

        var data = OrderedRows.Of(unitRows, keys, sizes);
        if (data.Places.Length == 0)
        {
            return new AgglomerativeResult(data.Spread([], unitRows.Count), new float[unitRows.Count], new Dendrogram(0, []), []);
        }

        var tree = NearestNeighborChain.Run(data.Rows, data.Sizes, options.Linkage, options.Threads, progress, cancellation);
        var placed = data.Spread(tree.Cut(options.Groups ?? CountOf(tree, data, cancellation)), unitRows.Count);
        return new AgglomerativeResult(placed, SilhouetteStrength.Of(unitRows, placed, options.Threads, cancellation), tree, data.Places);
    }

    private int CountOf(Dendrogram tree, OrderedRows data, CancellationToken cancellation)
    {
        if (tree.Merges.Length == 0 || tree.Merges[^1].Height <= LeastHeight)
        {
            return 1;
        }

        return GapCut.Choose(tree, options.FewestGroups, options.MostGroups, options.ClearGap)
            ?? new SilhouetteLadder(SilhouetteOf).Choose(options.FewestGroups, options.MostGroups, tree.Leaves);

        double SilhouetteOf(int groups)
        {
            var cut = tree.Cut(groups);
            return Silhouette.OfSample(data.Rows, new Partition(cut, cut.Max() + 1), data.Keys, SilhouetteRows, 1, options.Threads, cancellation);
        }
    }
}
