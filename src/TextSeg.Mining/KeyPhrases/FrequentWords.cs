using TextSeg.Mining.Clustering;

namespace TextSeg.Mining.KeyPhrases;

/// <summary>
/// Tells in a fixed memory which words may stand in enough posts to be part of a phrase, so that the misspellings and numbers of a very large collection need no memory of their own.
/// All posts are counted first; a table of terms is then built with the words that are left, and phrases come out as without.
/// </summary>
/// <param name="options">How many posts a phrase needs.</param>
/// <param name="posts">Number of posts.</param>
public sealed class FrequentWords(KeyPhraseOptions options, int posts)
{
    private const ulong Words = 1;
    private readonly HashedCounts _counts = new(Words);
    private readonly int _minimum = options.MinimumPostsFor(posts);

    /// <summary>Counts the words of a post.</summary>
    public void Count(IEnumerable<TermToken> tokens)
    {
        foreach (var token in tokens)
        {
            if (token.Form.Length > 0)
            {
                _counts.Add(KeyOf(token.Form));
            }
        }
    }

    /// <summary>Whether a word may stand in enough posts; where not, it stands in fewer for certain.</summary>
    public bool MayHold(string form) => _counts.MayReach(KeyOf(form), _minimum);

    private static ulong KeyOf(string form)
    {
        var key = (ulong)form.Length;
        foreach (var letter in form)
        {
            key = StableRandom.Bits(key, letter);
        }

        return key;
    }
}
