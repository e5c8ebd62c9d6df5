namespace TextSeg.Mining.Clustering.KMeans;

/// <summary>One run of spherical k-means.</summary>
/// <param name="Labels">The group of each row; groups stand in any order, none is empty.</param>
/// <param name="Centroids">The unit centroid of each group.</param>
/// <param name="Distance">Cosine distances of the rows to their centroids, summed with their weights: what the method lowers.</param>
/// <param name="Rounds">Rounds it took.</param>
internal sealed record KMeansFit(int[] Labels, VectorTable Centroids, double Distance, int Rounds)
{
    /// <summary>The best of some starts; of equally good ones the first.</summary>
    public static KMeansFit Best(OrderedRows data, int groups, int starts, KMeansOptions options, CancellationToken cancellation)
    {
        KMeansFit? best = null;
        for (var start = 0; start < starts; start++)
        {
            var first = new KMeansSeeding(data, options.Threads, cancellation).Choose(groups, StableRandom.Derive(options.Seed, start));
            var fit = new KMeansRun(data, options, cancellation).From(GroupMeans.Gather(data.Rows, first));
            best = best is null || fit.Distance < best.Distance ? fit : best;
        }

        return best!;
    }
}
