using System.Collections.Concurrent;
using System.Numerics.Tensors;
using System.Runtime.ExceptionServices;

namespace TextSeg.Mining.Neighbors;

/// <summary>
/// Exact nearest rows by cosine: every pair is looked at, none is guessed.
/// The result is the same bytes at any number of threads and on any machine: each cosine is summed in one fixed order (<see cref="ScoreKernel"/>),
/// and candidates are ranked by cosine, then by the lower row number. Rows in another order give the same cosines under other numbers;
/// a caller who wants ties to fall alike as well sorts the rows by a key of their own first.
/// </summary>
public static class ExactNeighbors
{
    /// <summary>The <paramref name="k"/> nearest other rows of every row. Each pair is computed once and offered to both its rows.</summary>
    /// <param name="unitRows">Rows of length 1, so that a dot product is a cosine; a row of zeros has cosine 0 with all others.</param>
    /// <param name="k">Neighbours wanted, at least 1; the table holds −1 where there are fewer other rows.</param>
    /// <param name="threads">Threads to use at most, at least 1.</param>
    /// <param name="progress">Told the share of pairs done, 0 to 1.</param>
    /// <param name="cancellationToken">Stops the work between two tiles of 256 × 256 pairs.</param>
    /// <exception cref="ArgumentException">A row holds a number that is not finite.</exception>
    public static NeighborTable Find(
        VectorTable unitRows, int k, int threads, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        CheckArguments(unitRows, k, threads);
        var nearest = new NearestRows(unitRows.Count, k);
        var blocks = BlocksOf(unitRows.Count);
        var locks = Enumerable.Range(0, blocks).Select(_ => new Lock()).ToArray();
        var done = new ShareDone(progress, blocks * (blocks + 1L) / 2);
        ForEachBlock(unitRows.Dimension, blocks, threads, (tile, column) =>
        {
            var (start, count) = Extent(unitRows, column);
            tile.Pack(unitRows, start, count);
            for (var row = 0; row <= column; row++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var (rowStart, rowCount) = Extent(unitRows, row);
                tile.Compute(unitRows, rowStart, rowCount, count);
                OfferBoth(nearest, tile, locks, unitRows, row, column);
                done.Add(1);
            }
        });
        return nearest.ToTable();
    }

    /// <summary>The <paramref name="k"/> nearest rows of a table for every query; a query is not a row of the table, so nothing is left out as its own neighbour.</summary>
    /// <param name="unitQueries">Rows of length 1, of the table's dimension.</param>
    /// <param name="unitRows">The rows searched, of length 1.</param>
    /// <param name="k">Neighbours wanted, at least 1; the answer holds −1 where fewer rows are allowed.</param>
    /// <param name="allowed">For each row of the table, whether it may be found; null allows all. The filter works inside the search: k allowed rows are found if there are k.</param>
    /// <param name="threads">Threads to use at most, at least 1.</param>
    /// <param name="cancellationToken">Stops the work between two tiles.</param>
    /// <exception cref="ArgumentException">The dimensions differ, a row holds a number that is not finite, or the filter is not as long as the table.</exception>
    public static NeighborTable Search(
        VectorTable unitQueries, VectorTable unitRows, int k, bool[]? allowed = null, int threads = 1, CancellationToken cancellationToken = default)
    {
        CheckArguments(unitQueries, k, threads);
        CheckArguments(unitRows, k, threads);
        if (unitQueries.Dimension != unitRows.Dimension)
        {
            throw new ArgumentException($"A query of {unitQueries.Dimension} numbers cannot be compared with rows of {unitRows.Dimension}.", nameof(unitQueries));
        }

        if (allowed is not null && allowed.Length != unitRows.Count)
        {
            throw new ArgumentException($"The filter speaks of {allowed.Length} rows, the table has {unitRows.Count}.", nameof(allowed));
        }

        var nearest = new NearestRows(unitQueries.Count, k);
        ForEachBlock(unitRows.Dimension, BlocksOf(unitQueries.Count), threads, (tile, block) =>
        {
            var (start, count) = Extent(unitQueries, block);
            tile.Pack(unitQueries, start, count);
            for (var rows = 0; rows < BlocksOf(unitRows.Count); rows++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                SearchBlock(nearest, tile, unitRows, rows, allowed, start, count);
            }
        });
        return nearest.ToTable();
    }

    private static int BlocksOf(int rows) => (rows + ScoreTile.Side - 1) / ScoreTile.Side;

    private static (int Start, int Count) Extent(VectorTable table, int block) =>
        (block * ScoreTile.Side, Math.Min(ScoreTile.Side, table.Count - (block * ScoreTile.Side)));

    /// <summary>Runs every block on one of the threads, the last block first, because it meets the most others.</summary>
    private static void ForEachBlock(int dimension, int blocks, int threads, Action<ScoreTile, int> work)
    {
        var next = blocks;
        var failures = new ConcurrentQueue<ExceptionDispatchInfo>();
        Parallel.For(0, Math.Min(threads, blocks), new ParallelOptions { MaxDegreeOfParallelism = threads }, _ =>
        {
            using var tile = new ScoreTile(dimension);
            try
            {
                for (var block = Interlocked.Decrement(ref next); block >= 0; block = Interlocked.Decrement(ref next))
                {
                    work(tile, block);
                }
            }
            catch (OperationCanceledException failure)
            {
                failures.Enqueue(ExceptionDispatchInfo.Capture(failure));
            }
        });
        if (failures.TryDequeue(out var first))
        {
            first.Throw();
        }
    }

    private static unsafe void OfferBoth(NearestRows nearest, ScoreTile tile, Lock[] locks, VectorTable table, int row, int column)
    {
        var (rowStart, rowCount) = Extent(table, row);
        var (columnStart, columnCount) = Extent(table, column);
        lock (locks[row])
        {
            for (var i = 0; i < rowCount; i++)
            {
                var self = rowStart + i;
                nearest.OfferLine(self, tile.Scores + (i * ScoreTile.Side), columnStart, columnCount, self);
            }
        }

        if (row == column)
        {
            return;
        }

        lock (locks[column])
        {
            for (var i = 0; i < rowCount; i++)
            {
                nearest.OfferToAll(columnStart, tile.Scores + (i * ScoreTile.Side), rowStart + i, columnCount);
            }
        }
    }

    private static unsafe void SearchBlock(
        NearestRows nearest, ScoreTile tile, VectorTable table, int block, bool[]? allowed, int firstQuery, int queries)
    {
        var (start, count) = Extent(table, block);
        if (allowed is not null && !allowed.AsSpan(start, count).Contains(true))
        {
            return;
        }

        tile.Compute(table, start, count, queries);
        for (var i = 0; i < count; i++)
        {
            if (allowed is null || allowed[start + i])
            {
                nearest.OfferToAll(firstQuery, tile.Scores + (i * ScoreTile.Side), start + i, queries);
            }
        }
    }

    private static void CheckArguments(VectorTable table, int k, int threads)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        RequireFinite(table);
    }

    /// <exception cref="ArgumentException">A row holds a number that is not finite.</exception>
    internal static void RequireFinite(VectorTable table)
    {
        if (table.Count > 0 && !TensorPrimitives.IsFiniteAll<float>(table.Values))
        {
            var place = Array.FindIndex(table.Values, value => !float.IsFinite(value));
            throw new ArgumentException($"Row {place / table.Dimension} holds a number that is not finite; leave such rows out.", nameof(table));
        }
    }
}
