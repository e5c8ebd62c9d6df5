using System.Numerics;
using System.Runtime.Intrinsics;
using TextSeg.Mining.Clustering;

namespace TextSeg.Mining.Neighbors.InvertedFile;

/// <summary>
/// Compares the rows that visit a list with the rows at home in it, a tile at a time, and offers each pair to both its rows:
/// a true neighbour is found when either of the two visits the other's list, which halves the lists that must be visited.
/// What is kept does not depend on the order of lists or threads.
/// </summary>
internal sealed unsafe class ListJoin
{
    /// <summary>Visits planned at a time by default: 100 MB.</summary>
    public const int MostVisits = 1 << 24;

    private const int Stripes = 1 << 12;
    private const int Lanes = 16;
    private readonly RowReader _rows;
    private readonly VectorTable _centres;
    private readonly int _threads;
    private readonly NearestRows _kept;
    private readonly Lock[] _locks = [.. Enumerable.Range(0, Stripes).Select(_ => new Lock())];
    private readonly ushort[] _homeOf;
    private readonly RowsByList _home;

    public ListJoin(RowReader rows, VectorTable centres, int k, int threads, IProgress<double>? progress, CancellationToken cancellation)
    {
        (_rows, _centres, _threads) = (rows, centres, threads);
        _kept = new NearestRows(rows.Count, k);
        _homeOf = Codebook.Nearest(rows, 0, rows.Count, centres, 1, threads, progress, cancellation);
        _home = new RowsByList(_homeOf, 1, 0, centres.Count);
    }

    /// <summary>Lets each row visit so many of its nearest lists.</summary>
    /// <param name="probes">Lists visited by each row.</param>
    /// <param name="mostVisits">Visits planned at a time, at 6 bytes each; the result does not depend on it.</param>
    /// <param name="progress">Told the share done.</param>
    /// <param name="cancellation">Stops the work between two lists.</param>
    public NeighborTable Run(int probes, int mostVisits, IProgress<double>? progress, CancellationToken cancellation)
    {
        var batch = Math.Max(ScoreTile.Side, mostVisits / probes);
        var batches = (_rows.Count + batch - 1) / batch;
        var done = new ShareDone(progress, batches * (long)_centres.Count);
        for (var first = 0; first < _rows.Count; first += batch)
        {
            var end = Math.Min(_rows.Count, first + batch);
            var visitors = new RowsByList(Codebook.Nearest(_rows, first, end, _centres, probes, _threads, null, cancellation), probes, first, _centres.Count);
            Parallel.For(0, _centres.Count, Threads.Limit(_threads, cancellation), () => new Workplace(_rows.Dimension), (list, _, place) =>
            {
                Join(place, list, visitors[list]);
                done.Add(1);
                return place;
            }, place => place.Dispose());
        }

        return _kept.ToTable();
    }

    private void Join(Workplace place, int list, ReadOnlySpan<int> visitors)
    {
        var members = _home[list];
        for (var m = 0; m < members.Length && visitors.Length > 0; m += ScoreTile.Side)
        {
            var columns = members.Slice(m, Math.Min(ScoreTile.Side, members.Length - m));
            _rows.CopyRows(columns, place.Rows.Values);
            place.Tile.Pack(place.Rows, 0, columns.Length);
            for (var c = 0; c < columns.Length; c++)
            {
                place.Worst[c] = _kept.WorstOf(columns[c]);
            }

            for (var v = 0; v < visitors.Length; v += ScoreTile.Side)
            {
                var lines = visitors.Slice(v, Math.Min(ScoreTile.Side, visitors.Length - v));
                _rows.CopyRows(lines, place.Rows.Values);
                place.Tile.Compute(place.Rows, 0, lines.Length, columns.Length);
                Offer(place, list, lines, columns);
            }
        }
    }

    private void Offer(Workplace place, int list, ReadOnlySpan<int> lines, ReadOnlySpan<int> columns)
    {
        for (var line = 0; line < lines.Length; line++)
        {
            var visitor = lines[line];
            var scores = place.Tile.Scores + (line * ScoreTile.Side);
            var atHome = _homeOf[visitor] == list;
            var worst = _kept.WorstOf(visitor);
            for (var start = 0; start < columns.Length; start += Lanes)
            {
                var values = Vector512.Load(scores + start);
                var present = columns.Length - start >= Lanes ? ulong.MaxValue : (1UL << (columns.Length - start)) - 1;
                var mask = present & Vector512.GreaterThanOrEqual(values, Vector512.Create(worst)).ExtractMostSignificantBits();
                for (; mask != 0; mask &= mask - 1)
                {
                    var at = start + BitOperations.TrailingZeroCount(mask);
                    worst = Offer(visitor, columns[at], scores[at]);
                }

                // Rows at home in one list meet twice, once as visitors each.
                mask = atHome ? 0 : present & Vector512.GreaterThanOrEqual(values, Vector512.Create<float>(place.Worst.AsSpan(start))).ExtractMostSignificantBits();
                for (; mask != 0; mask &= mask - 1)
                {
                    var at = start + BitOperations.TrailingZeroCount(mask);
                    place.Worst[at] = Offer(columns[at], visitor, scores[at]);
                }
            }
        }
    }

    private float Offer(int row, int candidate, float score)
    {
        if (row != candidate)
        {
            lock (_locks[row % Stripes])
            {
                _kept.Offer(row, candidate, score);
            }
        }

        return _kept.WorstOf(row);
    }

    /// <summary>One thread's room.</summary>
    private sealed class Workplace(int dimension) : IDisposable
    {
        public ScoreTile Tile { get; } = new(dimension);

        public VectorTable Rows { get; } = new(dimension, new float[ScoreTile.Side * dimension]);

        /// <summary>The worst similarity kept by each member of the tile when last looked at; the true one is never lower.</summary>
        public float[] Worst { get; } = new float[ScoreTile.Side];

        public void Dispose() => Tile.Dispose();
    }
}
