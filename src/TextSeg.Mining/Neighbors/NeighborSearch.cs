using TextSeg.Mining.Clustering;
using TextSeg.Mining.Neighbors.InvertedFile;

namespace TextSeg.Mining.Neighbors;

/// <summary>The nearest rows of every row: exact up to 200,000 rows, by an inverted file beyond, where a look at every pair would take minutes.</summary>
public static class NeighborSearch
{
    /// <summary>The most rows that are searched exactly.</summary>
    public const int ExactRows = 200_000;

    /// <inheritdoc cref="ExactNeighbors.Find"/>
    /// <param name="seed">Seed of the draws of the approximate search.</param>
    public static FoundNeighbors Find(
        VectorTable unitRows, int k, ulong seed, int threads, IProgress<double>? progress = null, CancellationToken cancellationToken = default) =>
        unitRows.Count <= ExactRows
            ? new FoundNeighbors(ExactNeighbors.Find(unitRows, k, Threads.Count(threads), progress, cancellationToken), 1, true)
            : ApproximateNeighbors.Find(unitRows, k, Options(seed, threads), progress, cancellationToken);

    /// <inheritdoc cref="Find(VectorTable, int, ulong, int, IProgress{double}?, CancellationToken)"/>
    /// <remarks>Up to 200,000 rows these are made floating-point numbers for the search.</remarks>
    public static FoundNeighbors Find(
        QuantizedRows unitRows, int k, ulong seed, int threads, IProgress<double>? progress = null, CancellationToken cancellationToken = default) =>
        unitRows.Count <= ExactRows
            ? Find(unitRows.Gather([.. Enumerable.Range(0, unitRows.Count)]), k, seed, threads, progress, cancellationToken)
            : ApproximateNeighbors.Find(unitRows, k, Options(seed, threads), progress, cancellationToken);

    private static ApproximateNeighborOptions Options(ulong seed, int threads) => new() { Seed = seed, Threads = threads };
}
