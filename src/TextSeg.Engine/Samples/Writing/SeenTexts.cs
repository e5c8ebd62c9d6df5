namespace TextSeg.Engine.Samples.Writing;

/// <summary>
/// Remembers the texts written so far, trimmed and without regard to case, in a table of bits whose size is fixed at the start
/// (Bloom, "Space/time trade-offs in hash coding", CACM 1970, with one hash). It never misses a repetition;
/// about one new text in a hundred is taken for a repetition, which only means that it is written anew.
/// </summary>
internal sealed class SeenTexts
{
    private const int BitsPerText = 128;
    private readonly ulong[] _bits;

    public SeenTexts(int texts)
    {
        var words = System.Numerics.BitOperations.RoundUpToPowerOf2((ulong)Math.Min((long)texts * BitsPerText / 64, 1 << 24));
        _bits = new ulong[words];
    }

    /// <summary>Takes the text in; false when it was seen before.</summary>
    public bool Add(ReadOnlySpan<char> text)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in text.Trim())
        {
            hash = (hash ^ char.ToLowerInvariant(c)) * 1099511628211UL;
        }

        hash ^= hash >> 29;
        var word = (int)(hash >> 6 & (ulong)(_bits.Length - 1));
        var bit = 1UL << (int)(hash & 63);
        var isNew = (_bits[word] & bit) == 0;
        _bits[word] |= bit;
        return isNew;
    }
}
