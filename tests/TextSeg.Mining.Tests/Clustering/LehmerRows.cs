namespace TextSeg.Mining.Tests.Clustering;

/// <summary>Unit vectors around planted directions, the same for a seed; the formula is written again in scripts/golden/lehmer.py.</summary>
internal sealed class LehmerRows(int dimension, ulong seed)
{
    private const ulong Modulus = 2147483647;

    private ulong state = seed;

    /// <summary>Rows in groups of equal size one after the other: a direction plus noise of a length, each made of draws between −1 and 1.</summary>
    public static VectorTable Make(int groups, int size, int dimension, double spread, ulong seed)
    {
        var source = new LehmerRows(dimension, seed);
        var values = new List<float>();
        for (var group = 0; group < groups; group++)
        {
            var direction = source.Draw();
            for (var row = 0; row < size; row++)
            {
                var noise = source.Draw();
                values.AddRange(Unit([.. direction.Zip(noise, (value, off) => value + (spread * off))]).Select(value => (float)value));
            }
        }

        return new VectorTable(dimension, [.. values]);
    }

    private double[] Draw()
    {
        var values = new double[dimension];
        for (var i = 0; i < dimension; i++)
        {
            state = state * 48271 % Modulus;
            values[i] = (2.0 * state / Modulus) - 1;
        }

        return Unit(values);
    }

    private static double[] Unit(double[] vector)
    {
        var length = Math.Sqrt(vector.Sum(value => value * value));
        return Array.ConvertAll(vector, value => value / length);
    }
}
