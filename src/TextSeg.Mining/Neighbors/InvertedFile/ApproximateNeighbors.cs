using TextSeg.Mining.Clustering;

namespace TextSeg.Mining.Neighbors.InvertedFile;

/// <summary>
/// Nearly all nearest rows by cosine, for collections too large to look at every pair: an inverted file
/// (Jégou, Douze and Schmid 2011, "Product quantization for nearest neighbor search", section IV; the residual codes of that paper are not used).
/// Rows are put into lists around the centres of <see cref="Codebook"/>; each row is compared with the rows of its nearest lists, and each pair counts for both its rows.
/// How many lists a row visits is read off a sample of true neighbours. With three times √n lists the cost grows about as n to the power of 1.5, and is small beside n².
/// The result is the same bytes at any number of threads, and does not depend on the order of rows except that ties go to the lower row number.
/// Identical rows fall into one list; where there are very many of them, make them one row first.
/// </summary>
public static class ApproximateNeighbors
{
    private const int RecallAt = 15;

    /// <summary>Nearly all of the <paramref name="k"/> nearest other rows of every row. Beside the rows it needs about 8 × k + 100 bytes a row and 100 MB, however many lists must be visited.</summary>
    /// <param name="unitRows">Rows of length 1; a row of zeros has cosine 0 with all others. Cosines and recall of a shortened table are those of the shortened rows.</param>
    /// <param name="k">Neighbours wanted, at least 1; the table holds −1 where fewer were met.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <param name="progress">Told the share of the work done, 0 to 1.</param>
    /// <param name="cancellationToken">Stops the work soon.</param>
    /// <exception cref="ArgumentException">A setting is out of range or a row holds a number that is not finite.</exception>
    public static FoundNeighbors Find(
        VectorTable unitRows, int k, ApproximateNeighborOptions? options = null, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
        options ??= new ApproximateNeighborOptions();
        options.Validate();
        if (unitRows.Shortened is null)
        {
            ExactNeighbors.RequireFinite(unitRows);
        }

        cancellationToken.ThrowIfCancellationRequested();
        return unitRows.Count == 0
            ? new FoundNeighbors(new NeighborTable(k, [], []), 1, true)
            : Find(new RowReader(unitRows), k, options, progress, cancellationToken);
    }

    private static FoundNeighbors Find(RowReader rows, int k, ApproximateNeighborOptions options, IProgress<double>? progress, CancellationToken cancellation)
    {
        var threads = Threads.Count(options.Threads);
        var keys = ContentKeys.Of(rows, threads, cancellation);
        var lists = options.ListsFor(rows.Count);
        var sample = rows.Gather(Draw(keys, options.Seed, 0, (long)lists * options.SamplePerList));
        var centres = Codebook.Train(sample, lists, options.Iterations, threads, PartOf(progress, 0, 0.15), cancellation);
        var asked = Draw(keys, options.Seed, 1, options.RecallRows);
        var truth = RecallSample.Of(rows, asked, Math.Min(k, RecallAt), threads, PartOf(progress, 0.15, 0.2), cancellation);
        var probes = RecallSample.ProbesFor(options.Recall, ListRanks.OfMeetings(rows, truth.Pairs(measuring: false), centres, threads, cancellation));
        var join = new ListJoin(rows, centres, k, threads, PartOf(progress, 0.2, 0.3), cancellation);
        var table = join.Run(probes, ListJoin.MostVisits, PartOf(progress, 0.3, 1), cancellation);
        return new FoundNeighbors(table, truth.RecallOf(table), probes == centres.Count);
    }

    private static int[] Draw(ulong[] keys, ulong seed, int run, long most)
    {
        var order = StableRandom.Order(StableRandom.Derive(seed, run), keys);
        return order[..(int)Math.Min(most, order.Length)];
    }

    private static PartProgress? PartOf(IProgress<double>? progress, double from, double to) => progress is null ? null : new PartProgress(progress, from, to);
}
