namespace TextSeg.Engine.Ingestion.Duplicates;

/// <summary>
/// The set of word triples of a text, as hashes (Broder 1997, "On the resemblance and containment of documents", section 2).
/// </summary>
internal static class Shingles
{
    private const int WordsPerShingle = 3;
    private const ulong Prime = 0x100000001B3;

    /// <summary>Sorted hashes without repeats; empty for texts of fewer words than a shingle has.</summary>
    public static ulong[] Of(string normalForm)
    {
        Span<ulong> window = stackalloc ulong[WordsPerShingle];
        var hashes = new List<ulong>();
        var words = 0;
        foreach (var range in normalForm.AsSpan().Split(' '))
        {
            window[words++ % WordsPerShingle] = Hash(normalForm.AsSpan()[range]);
            if (words >= WordsPerShingle)
            {
                hashes.Add(Join(window, words));
            }
        }

        hashes.Sort();
        return [.. hashes.Distinct()];
    }

    /// <summary>Shared shingles by all shingles, 0 to 1 (Jaccard).</summary>
    public static double Resemblance(ReadOnlySpan<ulong> a, ReadOnlySpan<ulong> b)
    {
        int i = 0, j = 0, shared = 0;
        while (i < a.Length && j < b.Length)
        {
            shared += a[i] == b[j] ? 1 : 0;
            (i, j) = (a[i] <= b[j] ? i + 1 : i, b[j] <= a[i] ? j + 1 : j);
        }

        return (double)shared / Math.Max(1, a.Length + b.Length - shared);
    }

    private static ulong Hash(ReadOnlySpan<char> word)
    {
        var hash = 0xCBF29CE484222325UL;
        foreach (var c in word)
        {
            hash = (hash ^ c) * Prime;
        }

        return hash;
    }

    private static ulong Join(ReadOnlySpan<ulong> window, int next)
    {
        var hash = 0UL;
        for (var i = 0; i < WordsPerShingle; i++)
        {
            hash = ((hash * Prime) ^ window[(next + i) % WordsPerShingle]) * Prime;
        }

        return hash;
    }
}
