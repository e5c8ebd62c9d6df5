namespace TextSeg.Engine.Ingestion.Duplicates;

/// <summary>
/// Keys under which texts with many shared shingles meet: bands of minimum hashes (Broder 1997; the banding of Leskovec, Rajaraman
/// and Ullman, "Mining of Massive Datasets", section 3.4). With 16 bands of 4, two texts that share 80 % of their shingles meet
/// with probability 0.9998, two that share 30 % with 0.12.
/// </summary>
internal static class MinHash
{
    public const int Bands = 16;
    private const int RowsPerBand = 4;

    /// <summary>One key for each band; the keys of different bands never mean the same.</summary>
    public static ulong[] BandKeys(ReadOnlySpan<ulong> shingles)
    {
        Span<ulong> minima = stackalloc ulong[Bands * RowsPerBand];
        minima.Fill(ulong.MaxValue);
        foreach (var shingle in shingles)
        {
            for (var i = 0; i < minima.Length; i++)
            {
                minima[i] = Math.Min(minima[i], Mix(shingle + ((ulong)(i + 1) * 0x9E3779B97F4A7C15)));
            }
        }

        var keys = new ulong[Bands];
        for (var band = 0; band < Bands; band++)
        {
            var key = (ulong)band;
            foreach (var minimum in minima.Slice(band * RowsPerBand, RowsPerBand))
            {
                key = Mix(key ^ minimum);
            }

            keys[band] = key;
        }

        return keys;
    }

    /// <summary>The finalizer of SplitMix64 (Steele, Lea, Flood 2014).</summary>
    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
