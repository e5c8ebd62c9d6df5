using System.Collections.Frozen;

namespace TextSeg.Nlp.Privacy;

/// <summary>Finds the ordinary words of a corpus, so that a member called "simple" or by the product's name does not blank them out.</summary>
public static class CorpusWords
{
    /// <summary>Words, in lower case, that occur in at least <paramref name="share"/> of the texts.</summary>
    /// <param name="texts">Cleaned texts; a sample of some thousands is enough.</param>
    /// <param name="share">Smallest share of texts, above 0 and at most 1; default one in fifty.</param>
    public static IReadOnlySet<string> Of(IEnumerable<string> texts, double share = 0.02)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(share);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(share, 1);
        var counts = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        int total = 0;
        foreach (string text in texts)
        {
            seen.Clear();
            AddWords(text, seen);
            foreach (string word in seen)
            {
                counts[word] = counts.GetValueOrDefault(word) + 1;
            }

            total++;
        }

        return counts.Where(pair => pair.Value >= Math.Max(2, share * total)).Select(pair => pair.Key.ToLowerInvariant()).ToFrozenSet();
    }

    private static void AddWords(string text, HashSet<string> words)
    {
        for (int at = 0; at < text.Length; at++)
        {
            int start = at;
            while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] == '_'))
            {
                at++;
            }

            if (at > start && words.GetAlternateLookup<ReadOnlySpan<char>>() is var lookup)
            {
                lookup.Add(text.AsSpan(start, at - start));
            }
        }
    }
}
