using System.Text;

namespace TextSeg.Mining.KeyPhrases;

/// <summary>A candidate with its weight.</summary>
internal sealed record RankedPhrase(int[] Words, string Form, string Surface, int Posts, int Members, double Weight, double Lift);

/// <summary>
/// Picks phrases from strongest to weakest and leaves out near-repeats: the same words in another order, inflected forms of the same words,
/// and parts of a phrase that is nearly as frequent (in the spirit of C-value, Frantzi, Ananiadou and Mima 2000).
/// </summary>
internal static class PhraseSelection
{
    private const double NearlyAsFrequent = 0.5;

    public static List<KeyPhrase> WithoutNearRepeats(IEnumerable<RankedPhrase> ranked, int count, IReadOnlyList<string> forms)
    {
        var candidates = ranked.ToList();
        var chosen = new List<RankedPhrase>();
        foreach (var candidate in candidates)
        {
            if (chosen.Count == count)
            {
                break;
            }

            // A longer phrase that covers at least half of this one's posts says the same and more: it takes the place, and a still longer one its place.
            var pick = candidate;
            while (Longer(candidates, pick) is { } longer)
            {
                pick = longer;
            }

            if (!chosen.Exists(other => Repeats(pick, other, forms)))
            {
                chosen.Add(pick);
            }
        }

        return [.. chosen.Select(phrase => new KeyPhrase(phrase.Surface, phrase.Weight, phrase.Posts, phrase.Members, phrase.Lift))];
    }

    private static RankedPhrase? Longer(List<RankedPhrase> candidates, RankedPhrase than) => candidates.Find(other =>
        other.Words.Length > than.Words.Length && other.Posts >= NearlyAsFrequent * than.Posts && Contains(other.Words, than.Words));

    /// <summary>Words with spaces between; pieces of scripts written without spaces are laid over each other.</summary>
    public static string Join(string[] words)
    {
        var text = new StringBuilder(words[0]);
        for (var i = 1; i < words.Length; i++)
        {
            var spaced = !IsUnspaced(words[i - 1][^1]) || !IsUnspaced(words[i][0]);
            text.Append(spaced ? " " : "").Append(words[i].AsSpan(spaced ? 0 : Overlap(words[i - 1], words[i])));
        }

        return text.ToString();
    }

    /// <summary>Pieces of scripts without spaces overlap: 電池 and 池交 are 電池交.</summary>
    private static int Overlap(string before, string after)
    {
        var length = Math.Min(before.Length, after.Length) - 1;
        while (length > 0 && !before.AsSpan().EndsWith(after.AsSpan(0, length)))
        {
            length--;
        }

        return Math.Max(0, length);
    }

    private static bool Contains(int[] longer, int[] shorter) => longer.AsSpan().IndexOf(shorter) >= 0;

    private static bool Repeats(RankedPhrase a, RankedPhrase b, IReadOnlyList<string> forms)
    {
        var (shorter, longer) = a.Words.Length <= b.Words.Length ? (a, b) : (b, a);
        return shorter.Words.All(word => longer.Words.Any(other => SameWord(forms[word], forms[other])));
    }

    /// <summary>Equal, or one is the other with an ending of at most three letters on a stem of at least four.</summary>
    private static bool SameWord(string a, string b)
    {
        if (a == b)
        {
            return true;
        }

        var stem = 0;
        while (stem < a.Length && stem < b.Length && a[stem] == b[stem])
        {
            stem++;
        }

        return stem >= 4 && Math.Max(a.Length, b.Length) - stem <= 3 && Math.Min(a.Length, b.Length) - stem <= 2;
    }

    /// <summary>Han, kana, Thai, Lao and Khmer; Hangul is written with spaces.</summary>
    private static bool IsUnspaced(char c) =>
        c is (>= '\u0E00' and <= '\u0EFF') or (>= '\u1780' and <= '\u17FF') or (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF');
}
