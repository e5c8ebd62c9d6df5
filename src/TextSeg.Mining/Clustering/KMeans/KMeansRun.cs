using System.Numerics.Tensors;

namespace TextSeg.Mining.Clustering.KMeans;

/// <summary>
/// Rounds of spherical k-means from given centroids (Dhillon and Modha 2001, section 3.2): every row goes to the centroid with the largest cosine,
/// every centroid becomes the weighted sum of its rows at length 1 (Hornik et al. 2012, section 2), until little changes.
/// Sums run over rows in one order, so threads do not change a bit.
/// </summary>
internal sealed class KMeansRun(OrderedRows data, KMeansOptions options, CancellationToken cancellation)
{
    private readonly int[] labels = new int[data.Rows.Count];
    private readonly float[] cosines = new float[data.Rows.Count];

    /// <summary>Runs until little changes or the rounds are used up.</summary>
    /// <param name="first">The first centroids, unit vectors, at least one.</param>
    public KMeansFit From(VectorTable first)
    {
        var (centroids, before) = (first, Assign(first));
        for (var round = 1; ; round++)
        {
            centroids = Centroids(EmptyGroups.Refill(labels, cosines, centroids.Count));
            var last = (int[])labels.Clone();
            var distance = Assign(centroids);
            var settled = distance >= before * (1 - options.Tolerance) || labels.AsSpan().SequenceEqual(last);
            if (settled || round >= options.MostRounds)
            {
                var held = EmptyGroups.Refill(labels, cosines, centroids.Count);
                return new KMeansFit(labels, Centroids(held), distance, round);
            }

            before = distance;
        }
    }

    private double Assign(VectorTable centroids)
    {
        GroupMeans.VisitProducts(data.Rows, centroids, options.Threads, Place, cancellation);
        double distance = 0;
        for (var row = 0; row < cosines.Length; row++)
        {
            distance += data.Sizes[row] * (1.0 - cosines[row]);
        }

        return distance;

        void Place(int row, ReadOnlySpan<float> products)
        {
            var nearest = TensorPrimitives.IndexOfMax(products);
            (labels[row], cosines[row]) = (nearest, products[nearest]);
        }
    }

    // Where rows cancel out the centroid is zero; its rows go elsewhere in the next round.
    private VectorTable Centroids(int groups)
    {
        var d = data.Rows.Dimension;
        var sums = new float[groups * d];
        var members = new Partition(labels, groups).Members();
        Parallel.For(0, groups, Threads.Limit(options.Threads, cancellation), group =>
        {
            var sum = sums.AsSpan(group * d, d);
            var buffer = new float[d];
            foreach (var row in members[group])
            {
                TensorPrimitives.MultiplyAdd(data.Rows.Row(row, buffer), data.Sizes[row], sum, sum);
            }
        });
        return GroupMeans.Unit(new VectorTable(d, sums));
    }
}
