namespace TextSeg.Nlp.Languages;

/// <summary>
/// The features of " word word ": every run of one to five characters that has no space inside and is not a space
/// alone, named by its 32-bit FNV-1a hash over UTF-16 code units.
/// </summary>
/// <remarks>
/// Character n-grams with word boundaries: W. Cavnar, J. Trenkle, "N-Gram-Based Text Categorization", SDAIR 1994,
/// section 3. Hash: IETF draft-eastlake-fnv, 32-bit offset basis and prime.
/// </remarks>
internal static class CharacterGrams
{
    public const int Longest = 5;

    private const uint OffsetBasis = 2166136261;
    private const uint Prime = 16777619;

    /// <summary>Writes the hashes of the features that begin at one place; returns their number, at most five.</summary>
    public static int At(ReadOnlySpan<char> words, int start, Span<uint> hashes)
    {
        var count = 0;
        var hash = OffsetBasis;
        var end = Math.Min(words.Length, start + Longest);
        for (var i = start; i < end; i++)
        {
            hash = (hash ^ words[i]) * Prime;
            var space = words[i] == ' ';
            if (!(space && i == start))
            {
                hashes[count++] = hash;
                if (space)
                {
                    break;
                }
            }
        }

        return count;
    }
}
