namespace TextSeg.Mining.Tests.Topics;

/// <summary>Unit vectors around planted directions, the same for a seed.</summary>
internal static class PlantedPosts
{
    /// <summary>Rows around as many directions as there are sizes; the first topic's rows come first.</summary>
    public static VectorTable Make(int seed, double spread, params int[] sizes)
    {
        const int dimension = 32;
        var random = new Random(seed);
        var values = new List<float>();
        foreach (var size in sizes)
        {
            var center = Draw(random, dimension, 1);
            for (var row = 0; row < size; row++)
            {
                var noise = Draw(random, dimension, spread);
                values.AddRange(Unit(Array.ConvertAll(Enumerable.Range(0, dimension).ToArray(), i => center[i] + noise[i])));
            }
        }

        return new VectorTable(dimension, [.. values]);
    }

    /// <summary>The planted topic of each row.</summary>
    public static int[] Truth(params int[] sizes) => [.. sizes.SelectMany((size, topic) => Enumerable.Repeat(topic, size))];

    /// <summary>The same rows in another order.</summary>
    public static VectorTable Reorder(VectorTable rows, int[] order) => new(rows.Dimension, [.. order.SelectMany(row => rows[row].ToArray())]);

    /// <summary>Keys that follow the rows, not their places.</summary>
    public static ulong[] Keys(int count) => [.. Enumerable.Range(0, count).Select(row => (ulong)(row * 7919L))];

    private static float[] Draw(Random random, int dimension, double length)
    {
        var vector = Unit(Array.ConvertAll(new float[dimension], _ => (float)(random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5)));
        return Array.ConvertAll(vector, value => value * (float)length);
    }

    private static float[] Unit(float[] vector)
    {
        var length = MathF.Sqrt(vector.Sum(value => value * value));
        return Array.ConvertAll(vector, value => value / length);
    }
}
