namespace TextSeg.Mining.KeyPhrases;

/// <summary>One to three words packed into a number: 21 bits a word, so up to 2,097,150 different words.</summary>
internal readonly record struct Phrase(ulong Key)
{
    private const int WordBits = 21;
    private const ulong WordMask = (1UL << WordBits) - 1;

    /// <summary>The largest number of different words that a phrase can tell apart.</summary>
    public const int MaximumWords = (int)WordMask - 1;

    public static Phrase Of(int first) => new((ulong)first + 1);

    public Phrase Then(int next) => new((Key << WordBits) | ((ulong)next + 1));

    public int Length => Key >> (2 * WordBits) != 0 ? 3 : Key >> WordBits != 0 ? 2 : 1;

    /// <summary>The word numbers, first to last.</summary>
    public int[] Words()
    {
        var words = new int[Length];
        var rest = Key;
        for (var i = words.Length - 1; i >= 0; i--, rest >>= WordBits)
        {
            words[i] = (int)(rest & WordMask) - 1;
        }

        return words;
    }
}
