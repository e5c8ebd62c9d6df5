using System.Numerics.Tensors;
using TextSeg.Mining;
using TextSeg.Mining.Neighbors;

namespace TextSeg.Engine.Evaluation.Encoders;

/// <summary>Squared Euclidean distances of rows to points.</summary>
internal sealed class RowDistances(VectorTable rows, int threads, CancellationToken cancellation)
{
    private readonly float[] _squares = [.. Enumerable.Range(0, rows.Count).Select(row => TensorPrimitives.SumOfSquares(rows[row]))];
    private readonly ParallelOptions _limit = new() { MaxDegreeOfParallelism = threads == 0 ? Environment.ProcessorCount : threads, CancellationToken = cancellation };

    /// <summary>The nearest point of each row, of equally near ones the first, and its squared distance.</summary>
    public void Nearest(VectorTable points, int[] nearest, float[] squares)
    {
        float[] lengths = [.. Enumerable.Range(0, points.Count).Select(point => TensorPrimitives.SumOfSquares(points[point]))];
        Parallel.For(0, rows.Count, _limit, row =>
        {
            var (best, lowest) = (0, float.PositiveInfinity);
            for (var point = 0; point < lengths.Length; point++)
            {
                var square = lengths[point] - (2 * SpanDot.Dot(rows[row], points[point]));
                (best, lowest) = square < lowest ? (point, square) : (best, lowest);
            }

            (nearest[row], squares[row]) = (best, Math.Max(0, lowest + _squares[row]));
        });
    }

    /// <summary>The squared distance of each row to one of the rows.</summary>
    public float[] To(int point)
    {
        var squares = new float[rows.Count];
        Parallel.For(0, rows.Count, _limit, row => squares[row] = Math.Max(0, _squares[row] + _squares[point] - (2 * SpanDot.Dot(rows[row], rows[point]))));
        return squares;
    }
}
