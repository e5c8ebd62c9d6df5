namespace TextSeg.Mining.Clustering;

/// <summary>
/// The silhouette (Rousseeuw 1987) with cosine distance, exact: for unit vectors the mean distance to a group is 1 less the product with the group's mean,
/// so the cost is rows × groups × dimension and no pair of rows is looked at.
/// </summary>
public static class Silhouette
{
    /// <summary>The mean over all rows that are in a group, from −1 to 1; a row alone in its group counts 0, and so does everything where there are fewer than two groups.</summary>
    /// <param name="unitRows">Unit vectors; a row of zeros is at distance 1 from everything.</param>
    /// <param name="groups">The group of each row.</param>
    /// <param name="threads">Threads to use; 0 for one a processor. The result does not depend on it.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static double Of(VectorTable unitRows, Partition groups, int threads = 0, CancellationToken cancellation = default)
    {
        double sum = 0;
        var placed = 0;
        var (values, _) = OfRows(unitRows, groups, threads, cancellation);
        for (var row = 0; row < values.Length; row++)
        {
            sum += values[row];
            placed += groups.Labels[row] >= 0 ? 1 : 0;
        }

        return placed > 0 ? sum / placed : 0;
    }

    /// <summary>The mean over a random sample of the rows against the means of all rows' groups; exact where there are not more rows than wanted.</summary>
    internal static double OfSample(VectorTable unitRows, Partition groups, ulong[] keys, int wanted, ulong seed, int threads, CancellationToken cancellation)
    {
        if (unitRows.Count <= wanted || groups.Count < 2)
        {
            return Of(unitRows, groups, threads, cancellation);
        }

        var sample = StableRandom.Order(seed, keys)[..wanted];
        var sizes = groups.Sizes();
        var values = new float[wanted];
        GroupMeans.VisitProducts(GroupMeans.Gather(unitRows, sample), GroupMeans.Of(unitRows, groups), threads, Measure, cancellation);
        return values.Average(value => (double)value);

        void Measure(int place, ReadOnlySpan<float> products)
        {
            if (groups.Labels[sample[place]] is var own and >= 0)
            {
                values[place] = Value(products[own], NearestOther(products, own), sizes[own], unitRows.Dot(sample[place], sample[place]));
            }
        }
    }

    /// <summary>The silhouette of each row and its mean similarity to the nearest group that is not its own (−1 where there is none).</summary>
    internal static (float[] Values, float[] Nearest) OfRows(VectorTable unitRows, Partition groups, int threads, CancellationToken cancellation)
    {
        var sizes = groups.Sizes();
        var values = new float[unitRows.Count];
        var nearest = new float[unitRows.Count];
        if (groups.Count > 0)
        {
            GroupMeans.VisitProducts(unitRows, GroupMeans.Of(unitRows, groups), threads, Measure, cancellation);
        }

        return (values, nearest);

        void Measure(int row, ReadOnlySpan<float> products)
        {
            if (groups.Labels[row] is var own and >= 0)
            {
                nearest[row] = NearestOther(products, own);
                values[row] = groups.Count > 1 ? Value(products[own], nearest[row], sizes[own], unitRows.Dot(row, row)) : 0;
            }
        }
    }

    /// <summary>The highest product but that of the row's own group.</summary>
    internal static float NearestOther(ReadOnlySpan<float> products, int own)
    {
        var nearest = -1f;
        for (var group = 0; group < products.Length; group++)
        {
            nearest = group != own && products[group] > nearest ? products[group] : nearest;
        }

        return nearest;
    }

    /// <summary>The silhouette of one row.</summary>
    /// <param name="own">Product with the mean of its own group.</param>
    /// <param name="nearest">Highest product with the mean of another group.</param>
    /// <param name="size">Rows in its own group.</param>
    /// <param name="self">Product with itself.</param>
    internal static float Value(float own, float nearest, int size, float self)
    {
        if (size < 2)
        {
            return 0;
        }

        var within = 1 - (((own * size) - self) / (size - 1));
        var between = 1 - nearest;
        var larger = Math.Max(within, between);
        return larger > 0 ? (between - within) / larger : 0;
    }
}
