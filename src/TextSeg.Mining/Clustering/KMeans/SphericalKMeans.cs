namespace TextSeg.Mining.Clustering.KMeans;

/// <summary>
/// Spherical k-means (Dhillon and Modha 2001; Hornik, Feinerer, Kober and Buchta 2012): groups of unit vectors around centroids, by cosine.
/// Several starts by k-means++ (Arthur and Vassilvitskii 2007), the best kept. The number of groups is given, or searched by silhouette.
/// The result depends on the rows, their keys and sizes and the seed alone, not on their order or the number of threads.
/// </summary>
public sealed class SphericalKMeans
{
    private const int FewGroups = 64;

    private readonly KMeansOptions options;

    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public SphericalKMeans(KMeansOptions options)
    {
        options.Validate();
        this.options = options;
    }

    /// <summary>Groups rows.</summary>
    /// <param name="unitRows">Unit vectors; rows of zeros are in no group.</param>
    /// <param name="keys">What tells the rows apart, one for each; random draws hang on it.</param>
    /// <param name="sizes">How much each row counts, at least 1, for example its posts; null for one each.</param>
    /// <param name="progress">Told what is being done.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="ArgumentException">The lengths differ, or a row holds a number that is not finite.</exception>
    public KMeansResult Run(
        VectorTable unitRows, ulong[] keys, int[]? sizes = null, IProgress<StageProgress>? progress = null, CancellationToken cancellation = default)
    {
        var data = OrderedRows.Of(unitRows, keys, sizes);
        if (data.Places.Length == 0)
        {
            return new KMeansResult(data.Spread([], unitRows.Count), new VectorTable(unitRows.Dimension, []), new float[unitRows.Count], 0, 0, []);
        }

        var search = SearchOn(data, progress, cancellation);
        var groups = options.Groups ?? search.Choose(options.FewestGroups, options.MostGroups, Math.Min(data.Rows.Count, options.SearchRows));
        progress?.Report(new StageProgress($"k-means with {groups} groups", 0, 0));
        var fit = KMeansFit.Best(data, groups, options.Starts, options, cancellation);
        var placed = data.Spread(fit.Labels, unitRows.Count);
        return new KMeansResult(
            placed, Renumber(fit, placed, data), SilhouetteStrength.Of(unitRows, placed, options.Threads, cancellation), fit.Distance, fit.Rounds, search.Steps);
    }

    // On a sample where there are many rows. A single start tells the silhouette of many groups well enough, that of few groups not.
    private SilhouetteLadder SearchOn(OrderedRows data, IProgress<StageProgress>? progress, CancellationToken cancellation)
    {
        var wanted = options.SearchRows;
        var sample = data.Rows.Count <= wanted || options.Groups is not null ? data : data.Take(StableRandom.Order(options.Seed, data.Keys)[..wanted]);
        var tries = 0;
        return new SilhouetteLadder(groups =>
        {
            progress?.Report(new StageProgress("number of groups", ++tries, 0));
            var fit = KMeansFit.Best(sample, groups, groups <= FewGroups ? options.Starts : 1, options, cancellation);
            return Silhouette.Of(sample.Rows, new Partition(fit.Labels, fit.Centroids.Count), options.Threads, cancellation);
        });
    }

    private static VectorTable Renumber(KMeansFit fit, Partition placed, OrderedRows data)
    {
        var numberOf = new int[placed.Count];
        for (var i = 0; i < fit.Labels.Length; i++)
        {
            numberOf[placed.Labels[data.Places[i]]] = fit.Labels[i];
        }

        return GroupMeans.Gather(fit.Centroids, numberOf);
    }
}
