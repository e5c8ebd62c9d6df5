using System.Numerics;
using System.Runtime.Intrinsics;
using TextSeg.Mining.Neighbors;

namespace TextSeg.Mining.Clustering.Hdbscan;

/// <summary>
/// The shortest mutual reachability edge from some rows to any row of another component, found by looking at every pair:
/// 256 × 256 dot products at a time, sixteen compared at once. Cosines are the same bits as those of <see cref="ExactNeighbors"/>.
/// </summary>
internal sealed unsafe class ForeignSearch(VectorTable rows, float[] coreCosines, int[] rankOf, int threads)
{
    private const int Lanes = 16;

    /// <summary>Shortens the edges at hand where it can.</summary>
    /// <param name="queries">The rows that search.</param>
    /// <param name="componentOf">The component of every row.</param>
    /// <param name="best">For each query the edge to beat, and what was found; an edge that is not there carries in its reach the lowest reach wanted.</param>
    /// <param name="cancellation">Stops the work between two tiles.</param>
    public void Improve(int[] queries, int[] componentOf, ReachabilityEdge[] best, CancellationToken cancellation)
    {
        var blocks = (queries.Length + ScoreTile.Side - 1) / ScoreTile.Side;
        Parallel.For(0, blocks, Threads.Limit(threads, cancellation), () => new Block(rows.Dimension), Run, block => block.Dispose());

        Block Run(int number, ParallelLoopState loop, Block block)
        {
            var start = number * ScoreTile.Side;
            var count = Math.Min(ScoreTile.Side, queries.Length - start);
            block.Load(rows, queries.AsSpan(start, count), componentOf, best.AsSpan(start, count));
            for (var first = 0; first < rows.Count; first += ScoreTile.Side)
            {
                cancellation.ThrowIfCancellationRequested();
                Meet(block, first, Math.Min(ScoreTile.Side, rows.Count - first), queries.AsSpan(start, count), componentOf, best.AsSpan(start, count));
            }

            return block;
        }
    }

    private void Meet(Block block, int first, int count, ReadOnlySpan<int> queries, int[] componentOf, Span<ReachabilityEdge> best)
    {
        block.Multiply(rows, first, count, queries.Length);
        for (var row = first; row < first + count; row++)
        {
            var scores = block.Tile.Scores + ((row - first) * ScoreTile.Side);
            for (var start = 0; start < queries.Length; start += Lanes)
            {
                for (var hits = block.Hits(scores, start, coreCosines[row], componentOf[row]); hits != 0; hits &= hits - 1)
                {
                    var at = start + BitOperations.TrailingZeroCount(hits);
                    var reach = Math.Min(Math.Min(scores[at], coreCosines[row]), coreCosines[queries[at]]);
                    var edge = new ReachabilityEdge(queries[at], row, reach, scores[at]);
                    if (edge.ComesBefore(best[at], rankOf))
                    {
                        best[at] = edge;
                        block.Reach[at] = reach;
                    }
                }
            }
        }
    }

    /// <summary>One thread's 256 queries: their products with 256 rows, their components and the reach to beat.</summary>
    private sealed class Block(int dimension) : IDisposable
    {
        private readonly VectorTable _queries = new(dimension, new float[ScoreTile.Side * dimension]);
        private readonly Lazy<VectorTable> _lengthened = new(() => new VectorTable(dimension, new float[ScoreTile.Side * dimension]));
        private readonly int[] _components = new int[ScoreTile.Side];

        public ScoreTile Tile { get; } = new(dimension);

        public float[] Reach { get; } = new float[ScoreTile.Side];

        public void Load(VectorTable rows, ReadOnlySpan<int> queries, int[] componentOf, ReadOnlySpan<ReachabilityEdge> best)
        {
            Array.Fill(Reach, float.PositiveInfinity);
            for (var i = 0; i < queries.Length; i++)
            {
                var place = _queries.Values.AsSpan(i * dimension, dimension);
                rows.Row(queries[i], place).CopyTo(place);
                _components[i] = componentOf[queries[i]];
                Reach[i] = best[i].Reach;
            }

            Tile.Pack(_queries, 0, queries.Length);
        }

        /// <summary>Multiplies rows with the queries; rows of a shortened table are made long here, 256 at a time.</summary>
        public void Multiply(VectorTable rows, int first, int count, int queries)
        {
            if (rows.Shortened is null)
            {
                Tile.Compute(rows, first, count, queries);
                return;
            }

            rows.Block(first, count, _lengthened.Value.Values).CopyTo(_lengthened.Value.Values);
            Tile.Compute(_lengthened.Value, 0, count, queries);
        }

        /// <summary>Which of sixteen queries may have found a shorter edge, one bit each.</summary>
        public ulong Hits(float* scores, int start, float core, int component)
        {
            var reach = Vector512.Min(Vector512.Load(scores + start), Vector512.Create(core));
            var near = Vector512.GreaterThanOrEqual(reach, Vector512.LoadUnsafe(ref Reach[0], (nuint)start));
            var own = Vector512.Equals(Vector512.LoadUnsafe(ref _components[0], (nuint)start), Vector512.Create(component));
            return Vector512.AndNot(near.AsInt32(), own).ExtractMostSignificantBits();
        }

        public void Dispose() => Tile.Dispose();
    }
}
