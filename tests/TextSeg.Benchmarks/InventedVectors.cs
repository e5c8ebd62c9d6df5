using System.Numerics.Tensors;
using TextSeg.Mining;

namespace TextSeg.Benchmarks;

/// <summary>Rows of length 1 around a few hundred centres, as posts lie around their topics.</summary>
internal static class InventedVectors
{
    private const int Centres = 300;

    public static VectorTable Unit(int rows, int dimension, int seed)
    {
        var random = new Random(seed);
        var centres = new float[Centres * dimension];
        foreach (ref var value in centres.AsSpan())
        {
            value = random.NextSingle() - 0.5f;
        }

        var values = new float[rows * dimension];
        for (var row = 0; row < rows; row++)
        {
            var target = values.AsSpan(row * dimension, dimension);
            var centre = centres.AsSpan(random.Next(Centres) * dimension, dimension);
            for (var i = 0; i < dimension; i++)
            {
                target[i] = centre[i] + random.NextSingle() - 0.5f;
            }

            TensorPrimitives.Divide(target, TensorPrimitives.Norm<float>(target), target);
        }

        return new VectorTable(dimension, values);
    }
}
