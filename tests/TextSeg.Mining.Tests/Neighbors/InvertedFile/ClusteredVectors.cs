namespace TextSeg.Mining.Tests.Neighbors.InvertedFile;

/// <summary>Rows of length 1 around invented centres, some far out, as posts lie around their topics.</summary>
internal static class ClusteredVectors
{
    public static VectorTable Unit(int rows, int dimension, int centres, int seed)
    {
        var random = new Random(seed);
        var middle = RandomVectors.Unit(centres, dimension, seed);
        var noise = RandomVectors.Unit(rows, dimension, seed + 1);
        var values = new float[rows * dimension];
        for (var row = 0; row < rows; row++)
        {
            var target = values.AsSpan(row * dimension, dimension);
            var centre = middle[random.Next(centres)];
            var spread = 0.3f + random.NextSingle();
            for (var i = 0; i < dimension; i++)
            {
                target[i] = centre[i] + (spread * noise[row][i]);
            }

            var length = MathF.Sqrt(target.ToArray().Sum(value => value * value));
            foreach (ref var value in target)
            {
                value /= length;
            }
        }

        return new VectorTable(dimension, values);
    }
}
