using System.Numerics.Tensors;

namespace TextSeg.Mining.Clustering;

/// <summary>The mean vector of each group, and each row's similarity to all of them.</summary>
internal static class GroupMeans
{
    private const int BlockRows = 192;

    /// <summary>Means of the rows of each group, not scaled to length 1.</summary>
    /// <param name="rows">Rows.</param>
    /// <param name="groups">The group of each row, or of each chosen row.</param>
    /// <param name="chosen">The rows that <paramref name="groups"/> speaks of; null for all.</param>
    public static VectorTable Of(VectorTable rows, Partition groups, int[]? chosen = null)
    {
        var d = rows.Dimension;
        var means = new float[groups.Count * d];
        var buffer = new float[d];
        for (var place = 0; place < groups.Labels.Length; place++)
        {
            if (groups.Labels[place] is var group and >= 0)
            {
                var mean = means.AsSpan(group * d, d);
                TensorPrimitives.Add(mean, rows.Row(chosen?[place] ?? place, buffer), mean);
            }
        }

        var sizes = groups.Sizes();
        for (var group = 0; group < groups.Count; group++)
        {
            var mean = means.AsSpan(group * d, d);
            TensorPrimitives.Divide(mean, sizes[group], mean);
        }

        return new VectorTable(d, means);
    }

    /// <summary>Scales every row to length 1; rows of zeros stay.</summary>
    public static VectorTable Unit(VectorTable rows)
    {
        var values = (float[])rows.Values.Clone();
        for (var row = 0; row < rows.Count; row++)
        {
            var value = values.AsSpan(row * rows.Dimension, rows.Dimension);
            var length = MathF.Sqrt(DotBlock.Dot(value, value));
            if (length > 0)
            {
                TensorPrimitives.Divide(value, length, value);
            }
        }

        return new VectorTable(rows.Dimension, values);
    }

    /// <summary>Some of the rows, shortened where the table is.</summary>
    public static VectorTable Gather(VectorTable rows, int[] chosen)
    {
        if (rows.Shortened is { } shortened)
        {
            return new VectorTable(shortened.Take(chosen));
        }

        var values = new float[chosen.Length * rows.Dimension];
        for (var i = 0; i < chosen.Length; i++)
        {
            rows[chosen[i]].CopyTo(values.AsSpan(i * rows.Dimension));
        }

        return new VectorTable(rows.Dimension, values);
    }

    /// <summary>What is done with the dot products of one row with every mean.</summary>
    public delegate void RowVisitor(int row, ReadOnlySpan<float> products);

    /// <summary>Computes the dot products of all rows with all means, a block of rows at a time; each row is visited once, blocks on several threads.</summary>
    public static void VisitProducts(VectorTable rows, VectorTable means, int threads, RowVisitor visit, CancellationToken cancellation)
    {
        var blocks = (rows.Count + BlockRows - 1) / BlockRows;
        Parallel.For(
            0,
            blocks,
            Threads.Limit(threads, cancellation),
            () => (Products: new float[Math.Min(BlockRows, rows.Count) * means.Count], Rows: new float[rows.Shortened is null ? 0 : BlockRows * rows.Dimension]),
            (block, _, buffer) =>
            {
                var first = block * BlockRows;
                var count = Math.Min(BlockRows, rows.Count - first);
                var products = buffer.Products.AsSpan(0, count * means.Count);
                DotBlock.Multiply(rows.Block(first, count, buffer.Rows), means.Values, rows.Dimension, products);
                for (var i = 0; i < count; i++)
                {
                    visit(first + i, products.Slice(i * means.Count, means.Count));
                }

                return buffer;
            },
            _ => { });
    }
}
