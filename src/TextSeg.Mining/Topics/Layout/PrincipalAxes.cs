using TextSeg.Mining.Clustering;

namespace TextSeg.Mining.Topics.Layout;

/// <summary>Rows on their first two principal axes (Pearson 1901), by orthogonal iteration without building the covariance.</summary>
internal static class PrincipalAxes
{
    private const int Iterations = 12;
    private const int MostRows = 5_000;

    /// <summary>Two numbers a row: its products with the two axes.</summary>
    public static float[] Project(VectorTable rows, ReadOnlySpan<ulong> keys, ulong seed)
    {
        var d = rows.Dimension;
        var axes = new float[2 * d];
        for (var i = 0; i < axes.Length; i++)
        {
            axes[i] = (float)(StableRandom.Unit(seed, (ulong)i) - 0.5);
        }

        var order = StableRandom.Order(seed, keys);
        var buffer = new float[d];
        for (var iteration = 0; iteration < Iterations; iteration++)
        {
            Orthonormalize(axes, d);
            var next = new float[2 * d];
            for (var i = 0; i < Math.Min(order.Length, MostRows); i++)
            {
                var row = rows.Row(order[i], buffer);
                AddScaled(next.AsSpan(0, d), row, DotBlock.Dot(row, axes.AsSpan(0, d)));
                AddScaled(next.AsSpan(d), row, DotBlock.Dot(row, axes.AsSpan(d)));
            }

            axes = next;
        }

        Orthonormalize(axes, d);
        var projected = new float[2 * rows.Count];
        for (var row = 0; row < rows.Count; row++)
        {
            var values = rows.Row(row, buffer);
            projected[2 * row] = DotBlock.Dot(values, axes.AsSpan(0, d));
            projected[(2 * row) + 1] = DotBlock.Dot(values, axes.AsSpan(d));
        }

        return projected;
    }

    private static void Orthonormalize(float[] axes, int d)
    {
        var (first, second) = (axes.AsMemory(0, d), axes.AsMemory(d));
        Normalize(first.Span);
        AddScaled(second.Span, first.Span, -DotBlock.Dot(first.Span, second.Span));
        Normalize(second.Span);
    }

    private static void Normalize(Span<float> axis)
    {
        var length = MathF.Sqrt(DotBlock.Dot(axis, axis));
        for (var i = 0; i < axis.Length && length > 0; i++)
        {
            axis[i] /= length;
        }
    }

    private static void AddScaled(Span<float> sum, ReadOnlySpan<float> row, float factor)
    {
        for (var i = 0; i < sum.Length; i++)
        {
            sum[i] += factor * row[i];
        }
    }
}
