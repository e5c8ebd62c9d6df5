using System.Runtime.InteropServices;

namespace TextSeg.Mining.KeyPhrases;

/// <summary>
/// Which phrases of one to three words stand in which post. A phrase begins and ends with a content word, has only linking
/// function words between (after the noun phrases of Justeson and Katz 1995, section 3), crosses no break,
/// and stands in at least <c>minimumPosts</c> posts. A longer phrase is counted only when its words are frequent enough themselves
/// (the a-priori rule of Agrawal and Srikant 1994), which bounds the memory. Where the table of terms lies in a file, phrases that
/// cannot stand in enough posts are told apart in a first pass (<see cref="HashedCounts"/>), and what stands in which post lies in a file too.
/// </summary>
internal sealed class PhraseIndex : IDisposable
{
    private const ulong WordsInARow = 2;
    private readonly NumberRows _phraseIds;

    private PhraseIndex(Phrase[] phrases, int[] postCounts, NumberRows phraseIds) => (Phrases, PostCounts, _phraseIds) = (phrases, postCounts, phraseIds);

    /// <summary>The kept phrases.</summary>
    public Phrase[] Phrases { get; }

    /// <summary>In how many posts each phrase stands.</summary>
    public int[] PostCounts { get; }

    /// <summary>The different phrases of one post, as places in <see cref="Phrases"/>.</summary>
    public ReadOnlySpan<int> PhrasesOf(int row) => _phraseIds[row];

    public void Dispose() => _phraseIds.Dispose();

    public static PhraseIndex Build(TermTable terms, int minimumPosts, CancellationToken cancellation)
    {
        if (terms.Forms.Count > Phrase.MaximumWords)
        {
            throw new InvalidOperationException($"More than {Phrase.MaximumWords:N0} different words cannot be told apart.");
        }

        var wordPosts = CountWords(terms);
        var possible = terms.Scratch is null ? null : Possible(terms, wordPosts, minimumPosts, cancellation);
        var counts = new Dictionary<ulong, int>();
        foreach (var seen in PhrasesByRow(terms, wordPosts, minimumPosts, cancellation))
        {
            foreach (var key in seen)
            {
                if (possible is null || possible.MayReach(key, minimumPosts))
                {
                    CollectionsMarshal.GetValueRefOrAddDefault(counts, key, out _)++;
                }
            }
        }

        var kept = counts.Where(pair => pair.Value >= minimumPosts).ToArray();
        var idOf = kept.Select((pair, id) => (pair.Key, id)).ToDictionary(pair => pair.Key, pair => pair.id);
        return new PhraseIndex(
            Array.ConvertAll(kept, pair => new Phrase(pair.Key)), Array.ConvertAll(kept, pair => pair.Value), Rows(terms, PhrasesByRow(terms, wordPosts, minimumPosts, cancellation), idOf));
    }

    private static HashedCounts Possible(TermTable terms, int[] wordPosts, int minimumPosts, CancellationToken cancellation)
    {
        var possible = new HashedCounts(WordsInARow);
        foreach (var seen in PhrasesByRow(terms, wordPosts, minimumPosts, cancellation))
        {
            foreach (var key in seen)
            {
                possible.Add(key);
            }
        }

        return possible;
    }

    private static NumberRows Rows(TermTable terms, IEnumerable<HashSet<ulong>> phrasesByRow, Dictionary<ulong, int> idOf)
    {
        var rows = new NumberRows(terms.Scratch?.Invoke());
        var ids = new List<int>();
        foreach (var seen in phrasesByRow)
        {
            ids.Clear();
            foreach (var key in seen)
            {
                if (idOf.TryGetValue(key, out var id))
                {
                    ids.Add(id);
                }
            }

            rows.Add(CollectionsMarshal.AsSpan(ids));
        }

        return rows;
    }

    /// <summary>The different phrases of each row; the same set is filled anew for each.</summary>
    private static IEnumerable<HashSet<ulong>> PhrasesByRow(TermTable terms, int[] wordPosts, int minimumPosts, CancellationToken cancellation)
    {
        var seen = new HashSet<ulong>();
        for (var row = 0; row < terms.Count; row++)
        {
            cancellation.ThrowIfCancellationRequested();
            Collect(terms.TokensOf(row), wordPosts, minimumPosts, seen);
            yield return seen;
        }
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
