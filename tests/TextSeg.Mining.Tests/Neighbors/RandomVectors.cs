using TextSeg.Mining;

namespace TextSeg.Mining.Tests.Neighbors;

/// <summary>Rows of length 1 in invented directions.</summary>
internal static class RandomVectors
{
    public static VectorTable Unit(int rows, int dimension, int seed)
    {
        var random = new Random(seed);
        var values = new float[rows * dimension];
        for (var row = 0; row < rows; row++)
        {
            Fill(values.AsSpan(row * dimension, dimension), random);
        }

        return new VectorTable(dimension, values);
    }

    public static VectorTable Rows(VectorTable table, IReadOnlyList<int> order)
    {
        var values = new float[order.Count * table.Dimension];
        for (var row = 0; row < order.Count; row++)
        {
            table[order[row]].CopyTo(values.AsSpan(row * table.Dimension));
        }

        return new VectorTable(table.Dimension, values);
    }

    public static int[] Shuffled(int count, int seed)
    {
        var order = Enumerable.Range(0, count).ToArray();
        new Random(seed).Shuffle(order);
        return order;
    }

    private static void Fill(Span<float> row, Random random)
    {
        double squares = 0;
        foreach (ref var value in row)
        {
            value = (float)((random.NextDouble() * 2) - 1);
            squares += value * value;
        }

        foreach (ref var value in row)
        {
            value /= (float)Math.Sqrt(squares);
        }
    }
}
