using TextSeg.Engine.Vectors;
using TextSeg.Mining;

namespace TextSeg.Engine.Tests.Vectors;

internal static class InventedVectors
{
    public const string Model = "invented@1";
    public const int Dimension = 9;

    public static VectorTable Rows(int rows, int seed)
    {
        var random = new Random(seed);
        var values = new float[rows * Dimension];
        for (var row = 0; row < rows; row++)
        {
            var target = values.AsSpan(row * Dimension, Dimension);
            foreach (ref var value in target)
            {
                value = random.NextSingle() - 0.5f;
            }

            var length = MathF.Sqrt(target.ToArray().Sum(value => value * value));
            foreach (ref var value in target)
            {
                value /= length;
            }
        }

        return new VectorTable(Dimension, values);
    }

    public static VectorBatch Batch(long firstId, int rows, int seed) =>
        new(Model, [.. Enumerable.Range(0, rows).Select(row => firstId + row)], Rows(rows, seed));

    public static VectorQuery Query(int seed, int limit) => new(Model, Rows(1, seed).Values, limit);
}
