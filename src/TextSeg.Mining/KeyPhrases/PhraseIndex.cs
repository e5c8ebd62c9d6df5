using System.Runtime.InteropServices;

namespace TextSeg.Mining.KeyPhrases;

/// <summary>
/// Which phrases of one to three words stand in which post. A phrase begins and ends with a content word, has only linking
/// function words between (after the noun phrases of Justeson and Katz 1995, section 3), crosses no break,
/// and stands in at least <c>minimumPosts</c> posts. A longer phrase is counted only when its words are frequent enough themselves
/// (the a-priori rule of Agrawal and Srikant 1994), which bounds the memory.
/// </summary>
internal sealed class PhraseIndex
{
    private readonly int[] _starts;
    private readonly int[] _phraseIds;

    private PhraseIndex(Phrase[] phrases, int[] postCounts, int[] starts, int[] phraseIds)
    {
        Phrases = phrases;
        PostCounts = postCounts;
        _starts = starts;
        _phraseIds = phraseIds;
    }

    /// <summary>The kept phrases.</summary>
    public Phrase[] Phrases { get; }

    /// <summary>In how many posts each phrase stands.</summary>
    public int[] PostCounts { get; }

    /// <summary>The different phrases of one post, as places in <see cref="Phrases"/>.</summary>
    public ReadOnlySpan<int> PhrasesOf(int row) => _phraseIds.AsSpan(_starts[row], _starts[row + 1] - _starts[row]);

    public static PhraseIndex Build(TermTable terms, int minimumPosts, CancellationToken cancellation)
    {
        if (terms.Forms.Count > Phrase.MaximumWords)
        {
            throw new InvalidOperationException($"More than {Phrase.MaximumWords:N0} different words cannot be told apart.");
        }

        var wordPosts = CountWords(terms);
        var counts = new Dictionary<ulong, int>();
        var seen = new HashSet<ulong>();
        for (var row = 0; row < terms.Count; row++)
        {
            cancellation.ThrowIfCancellationRequested();
            Collect(terms.TokensOf(row), wordPosts, minimumPosts, seen);
            foreach (var key in seen)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(counts, key, out _)++;
            }
        }

        var idOf = new Dictionary<ulong, int>();
        foreach (var (key, count) in counts)
        {
            if (count >= minimumPosts)
            {
                idOf[key] = idOf.Count;
            }
        }

        return Index(terms, wordPosts, minimumPosts, counts, idOf);
    }

    private static PhraseIndex Index(TermTable terms, int[] wordPosts, int minimumPosts, Dictionary<ulong, int> counts, Dictionary<ulong, int> idOf)
    {
        var starts = new int[terms.Count + 1];
        var ids = new List<int>();
        var seen = new HashSet<ulong>();
        for (var row = 0; row < terms.Count; row++)
        {
            Collect(terms.TokensOf(row), wordPosts, minimumPosts, seen);
            foreach (var key in seen)
            {
                if (idOf.TryGetValue(key, out var id))
                {
                    ids.Add(id);
                }
            }

            starts[row + 1] = ids.Count;
        }

        var phrases = new Phrase[idOf.Count];
        var postCounts = new int[idOf.Count];
        foreach (var (key, id) in idOf)
        {
            phrases[id] = new Phrase(key);
            postCounts[id] = counts[key];
        }

        return new PhraseIndex(phrases, postCounts, starts, [.. ids]);
    }

    private static int[] CountWords(TermTable terms)
    {
        var counts = new int[terms.Forms.Count];
        var lastRow = new int[terms.Forms.Count];
        for (var row = 0; row < terms.Count; row++)
        {
            foreach (var token in terms.TokensOf(row))
            {
                if (token >= 0 && lastRow[token >> 1] != row + 1)
                {
                    lastRow[token >> 1] = row + 1;
                    counts[token >> 1]++;
                }
            }
        }

        return counts;
    }

    private static void Collect(ReadOnlySpan<int> tokens, int[] wordPosts, int minimumPosts, HashSet<ulong> into)
    {
        into.Clear();
        for (var i = 0; i < tokens.Length; i++)
        {
            if (!IsContent(tokens[i], wordPosts, minimumPosts))
            {
                continue;
            }

            var phrase = Phrase.Of(tokens[i] >> 1);
            into.Add(phrase.Key);
            for (var j = i + 1; j < tokens.Length && j < i + 3 && tokens[j] >= 0 && wordPosts[tokens[j] >> 1] >= minimumPosts; j++)
            {
                phrase = phrase.Then(tokens[j] >> 1);
                if (IsContent(tokens[j], wordPosts, minimumPosts) && tokens[j] != tokens[i])
                {
                    into.Add(phrase.Key);
                }
            }
        }
    }

    private static bool IsContent(int token, int[] wordPosts, int minimumPosts) =>
        token >= 0 && (token & 1) == 0 && wordPosts[token >> 1] >= minimumPosts;
}
