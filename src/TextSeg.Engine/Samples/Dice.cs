namespace TextSeg.Engine.Samples;

/// <summary>
/// Seeded draws that are the same on every machine and .NET version.
/// SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014, figure 17).
/// </summary>
internal sealed class Dice
{
    private ulong _state;

    /// <summary>Starts the stream that belongs to (seed, key): the same pair gives the same draws.</summary>
    public Dice(int seed, long key) => Reseed(seed, key);

    public void Reseed(int seed, long key)
    {
        _state = ((ulong)(uint)seed << 32) ^ 0x5851F42D4C957F2D;
        _state = NextBits() + (ulong)key;
        _state = NextBits();
    }

    public ulong NextBits()
    {
        _state += 0x9E3779B97F4A7C15;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>A whole number in [0, count).</summary>
    public int Below(int count) => (int)(((NextBits() >> 32) * (ulong)count) >> 32);

    /// <summary>A whole number in [low, high], both ends included.</summary>
    public int Between(int low, int high) => low + Below(high - low + 1);

    /// <summary>A number in [0, 1).</summary>
    public double Unit() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    public bool Chance(double probability) => Unit() < probability;

    public T Of<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    /// <summary>A draw from the normal distribution with mean 0 and deviation 1 (Box and Muller, 1958).</summary>
    public double Normal() => Math.Sqrt(-2 * Math.Log(1 - Unit())) * Math.Cos(2 * Math.PI * Unit());
}
