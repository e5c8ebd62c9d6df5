namespace TextSeg.Mining.Clustering.KMeans;

/// <summary>
/// First centroids by k-means++ (Arthur and Vassilvitskii 2007, section 2.2), for cosine distance as in Endo and Miyamoto 2015: a row is drawn with a chance in
/// proportion to its weight times its distance to the nearest centroid so far, which for unit vectors is half the squared Euclidean distance.
/// Of a few rows drawn the one that lowers the summed distances most is taken (the greedy variant of the paper's section 7).
/// </summary>
/// <remarks>
/// The draw is a race: each row gets an exponential random number, from its own key and the seed, divided by its chance; the lowest win
/// (Efraimidis and Spirakis 2006). So it hangs on no order of the rows.
/// </remarks>
internal sealed class KMeansSeeding(OrderedRows data, int threads, CancellationToken cancellation)
{
    /// <summary>Distances below this are rounding, not difference.</summary>
    internal const float LeastDistance = 1e-6f;

    private readonly float[] distance = new float[data.Rows.Count];

    /// <summary>The rows to start from; fewer than wanted where there are fewer different rows.</summary>
    /// <param name="wanted">Number of centroids, at least 1.</param>
    /// <param name="seed">Seed of the draws.</param>
    public int[] Choose(int wanted, ulong seed)
    {
        Array.Fill(distance, 1f);
        var trials = 2 + (int)Math.Log(wanted);
        var chosen = new List<int>();
        while (chosen.Count < wanted)
        {
            cancellation.ThrowIfCancellationRequested();
            var drawn = Draw(chosen.Count == 0 ? 1 : trials, StableRandom.Derive(seed, chosen.Count));
            if (drawn.Length == 0)
            {
                break;
            }

            chosen.Add(drawn[TakeBest(drawn)]);
        }

        return [.. chosen];
    }

    private int[] Draw(int wanted, ulong seed)
    {
        var finish = new SortedSet<(double Time, int Row)>();
        for (var row = 0; row < distance.Length; row++)
        {
            if (distance[row] <= LeastDistance)
            {
                continue;
            }

            var time = -Math.Log(1 - StableRandom.Unit(seed, data.Keys[row])) / (data.Sizes[row] * (double)distance[row]);
            if (finish.Count < wanted || time < finish.Max.Time)
            {
                finish.Add((time, row));
                if (finish.Count > wanted)
                {
                    finish.Remove(finish.Max);
                }
            }
        }

        return [.. finish.Select(place => place.Row)];
    }

    // Measures the distances with each of the drawn rows as one more centroid and keeps those with the best.
    private int TakeBest(int[] drawn)
    {
        var count = distance.Length;
        var with = new float[drawn.Length * count];
        GroupMeans.VisitProducts(data.Rows, GroupMeans.Gather(data.Rows, drawn), threads, Measure, cancellation);
        var (best, lowest) = (0, double.PositiveInfinity);
        for (var trial = 0; trial < drawn.Length; trial++)
        {
            double sum = 0;
            for (var row = 0; row < count; row++)
            {
                sum += data.Sizes[row] * (double)with[(trial * count) + row];
            }

            (best, lowest) = sum < lowest ? (trial, sum) : (best, lowest);
        }

        with.AsSpan(best * count, count).CopyTo(distance);
        return best;

        void Measure(int row, ReadOnlySpan<float> products)
        {
            for (var trial = 0; trial < products.Length; trial++)
            {
                with[(trial * count) + row] = Math.Min(distance[row], Math.Max(0, 1 - products[trial]));
            }
        }
    }
}
