using System.Numerics.Tensors;
using TextSeg.Mining.Clustering;

namespace TextSeg.Mining.Neighbors.InvertedFile;

/// <summary>
/// The centres of the lists: spherical k-means (Dhillon and Modha 2001, "Concept decompositions for large sparse text data using clustering", section 3)
/// on a sample. It starts from sampled rows; a centre that no row is nearest to stays where it is.
/// </summary>
internal static class Codebook
{
    private const int BlockRows = 8192;

    /// <summary>Trains centres of length 1.</summary>
    /// <param name="sample">Rows of length 1 in an order that does not depend on where they stood; the first different ones are the starting centres.</param>
    /// <param name="lists">Centres wanted; fewer come back where the sample has fewer different rows.</param>
    /// <param name="iterations">Rounds of assignment and mean, at least 1.</param>
    /// <param name="threads">Threads; the result does not depend on them.</param>
    /// <param name="progress">Told the share of rounds done.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static VectorTable Train(VectorTable sample, int lists, int iterations, int threads, IProgress<double>? progress, CancellationToken cancellation)
    {
        var centres = Different(sample, lists);
        for (var iteration = 0; iteration < iterations; iteration++)
        {
            centres = Means(sample, Nearest(new RowReader(sample), 0, sample.Count, centres, 1, threads, null, cancellation), centres);
            progress?.Report((iteration + 1.0) / iterations);
        }

        return centres;
    }

    /// <summary>The nearest lists of the rows from one to before another, nearest first, ties to the lower list.</summary>
    /// <returns>Rows × <paramref name="probes"/> list numbers.</returns>
    public static ushort[] Nearest(
        RowReader rows, int first, int end, VectorTable centres, int probes, int threads, IProgress<double>? progress, CancellationToken cancellation)
    {
        var nearest = new ushort[checked((end - first) * probes)];
        foreach (var (start, block) in rows.Blocks(BlockRows, first, end))
        {
            var found = ExactNeighbors.Search(block, centres, probes, null, threads, cancellation).Indices;
            for (var i = 0; i < found.Length; i++)
            {
                nearest[((start - first) * probes) + i] = (ushort)found[i];
            }

            progress?.Report((double)(start - first + block.Count) / (end - first));
        }

        return nearest;
    }

    private static VectorTable Different(VectorTable sample, int lists)
    {
        var seen = new HashSet<ulong>();
        var keys = ContentKeys.Of(new RowReader(sample), 1, default);
        var chosen = new List<int>();
        for (var row = 0; row < sample.Count && chosen.Count < lists; row++)
        {
            if (seen.Add(keys[row]))
            {
                chosen.Add(row);
            }
        }

        return GroupMeans.Gather(sample, [.. chosen]);
    }

    private static VectorTable Means(VectorTable sample, ushort[] home, VectorTable centres)
    {
        var d = sample.Dimension;
        var sums = new float[centres.Values.Length];
        for (var row = 0; row < sample.Count; row++)
        {
            var sum = sums.AsSpan(home[row] * d, d);
            TensorPrimitives.Add(sum, sample[row], sum);
        }

        for (var list = 0; list < centres.Count; list++)
        {
            var sum = sums.AsSpan(list * d, d);
            var length = MathF.Sqrt(SpanDot.Dot(sum, sum));
            if (length > 0)
            {
                TensorPrimitives.Divide(sum, length, sum);
            }
            else
            {
                centres[list].CopyTo(sum);
            }
        }

        return new VectorTable(d, sums);
    }
}
