using TextSeg.Mining.Clustering;
using TextSeg.Mining.Neighbors.InvertedFile;

namespace TextSeg.Mining.Neighbors;

/// <summary>The nearest rows of every row: exact in smaller collections, by an inverted file in those where a look at every pair would take minutes.</summary>
public static class NeighborSearch
{
    /// <summary>The <paramref name="k"/> nearest other rows of every row, and how many of the true ones they are.</summary>
    /// <param name="unitRows">Rows of length 1, whole or shortened.</param>
    /// <param name="k">Neighbours wanted, at least 1; the table holds −1 where there are fewer.</param>
    /// <param name="mostRowsExact">The most rows for which every pair is looked at.</param>
    /// <param name="options">Settings of the approximate search; its threads are those of the exact one too.</param>
    /// <param name="progress">Told the share of the work done, 0 to 1.</param>
    /// <param name="cancellationToken">Stops the work soon.</param>
    /// <exception cref="ArgumentException">A setting is out of range or a row holds a number that is not finite.</exception>
    public static FoundNeighbors Find(
        VectorTable unitRows,
        int k,
        int mostRowsExact,
        ApproximateNeighborOptions options,
        IProgress<double>? progress = null,
        CancellationToken cancellationToken = default)
    {
        if (unitRows.Count > mostRowsExact)
        {
            return ApproximateNeighbors.Find(unitRows, k, options, progress, cancellationToken);
        }

        // A shortened table would keep the numbers it makes; these are gone after the search.
        var whole = unitRows.Shortened is { } shortened ? shortened.Gather([.. Enumerable.Range(0, unitRows.Count)]) : unitRows;
        return new FoundNeighbors(ExactNeighbors.Find(whole, k, Threads.Count(options.Threads), progress, cancellationToken), 1, true);
    }
}
