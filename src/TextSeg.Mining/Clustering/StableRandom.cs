namespace TextSeg.Mining.Clustering;

/// <summary>
/// Random numbers that depend on a seed and a key, never on the order of calls, so that neither the order of rows nor the number of threads matters.
/// The mixing function is SplitMix64 (Steele, Lea and Flood 2014, "Fast splittable pseudorandom number generators", figure 16).
/// </summary>
public static class StableRandom
{
    private const ulong GoldenGamma = 0x9E3779B97F4A7C15;

    /// <summary>64 well-mixed bits for a seed and a key.</summary>
    public static ulong Bits(ulong seed, ulong key) => Mix(Mix(seed + GoldenGamma) ^ key);

    /// <summary>A number in [0, 1) for a seed and a key.</summary>
    public static double Unit(ulong seed, ulong key) => (Bits(seed, key) >> 11) * (1.0 / (1UL << 53));

    /// <summary>The seed of one of several independent runs.</summary>
    public static ulong Derive(ulong seed, int run) => Bits(seed, GoldenGamma * (ulong)(run + 1));

    /// <summary>The numbers 0 to n−1 in the random order that the seed gives to their keys.</summary>
    public static int[] Order(ulong seed, ReadOnlySpan<ulong> keys)
    {
        var order = new int[keys.Length];
        var draws = new ulong[keys.Length];
        for (var i = 0; i < keys.Length; i++)
        {
            order[i] = i;
            draws[i] = Bits(seed, keys[i]);
        }

        Array.Sort(draws, order);
        return order;
    }

    private static ulong Mix(ulong z)
    {
        z += GoldenGamma;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
