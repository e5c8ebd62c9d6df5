using System.Collections.Frozen;

namespace TextSeg.Mining.Naming;

/// <summary>
/// What a name of a segment must keep to: three to nine words, no number, no member's name, something of substance, and not like another name of the run.
/// </summary>
public sealed class NameRules
{
    public const int FewestWords = 3;
    public const int MostWords = 9;

    /// <summary>Two names are alike when they share at least this part of the words that carry meaning (Jaccard).</summary>
    private const double Alike = 0.6;

    private const int ShortestMemberName = 3;

    private static readonly FrozenSet<string> Fillers = FrozenSet.ToFrozenSet(
    [
        "a", "able", "about", "actually", "again", "all", "already", "also", "although", "always", "and", "answer", "anybody", "anyone", "around", "ask", "at", "away", "awesome",
        "bad", "best", "better", "big", "bit", "but", "came", "can", "code", "community", "cool", "could", "day", "did", "discuss", "do", "does", "done", "either", "else",
        "enough", "etc", "even", "ever", "every", "everybody", "everyone", "exactly", "fact", "far", "few", "fine", "first", "for", "forum", "forums", "found", "from", "get",
        "give", "glad", "go", "going", "good", "great", "group", "guess", "guy", "guys", "had", "happen", "happened", "happy", "has", "have", "hello", "help", "here", "hey",
        "hi", "hope", "hopefully", "how", "however", "idea", "in", "instead", "interesting", "is", "issue", "issues", "it", "just", "kind", "know", "last", "later", "least",
        "length", "less", "let", "like", "link", "little", "long", "look", "looks", "lot", "make", "makes", "many", "may", "maybe", "mean", "member", "members", "might", "more",
        "much", "must", "need", "needs", "never", "new", "next", "nice", "nothing", "now", "of", "often", "ok", "okay", "old", "on", "once", "one", "ones", "only", "open",
        "other", "others", "own", "part", "people", "perhaps", "person", "please", "point", "post", "posts", "pretty", "probably", "problem", "problems", "put", "question",
        "questions", "quick", "quite", "rather", "read", "real", "really", "result", "right", "said", "same", "say", "see", "seem", "seems", "segment", "set", "several", "share",
        "short", "should", "similar", "simple", "since", "small", "some", "something", "soon", "sorry", "start", "started", "still", "stuff", "such", "sure", "take", "talk",
        "tell", "than", "thank", "thanks", "that", "the", "their", "them", "then", "there", "they", "thing", "things", "think", "this", "though", "thread", "time", "to", "today",
        "together", "told", "too", "took", "topic", "tried", "try", "trying", "turned", "two", "understand", "until", "up", "us", "use", "used", "useful", "user", "users",
        "usually", "various", "very", "via", "want", "wanted", "was", "way", "well", "went", "were", "what", "when", "where", "which", "while", "who", "whole", "why", "will",
        "with", "without", "wonder", "work", "works", "would", "write", "wrong", "wrote", "yes", "yesterday", "yet", "you", "your",
        "afraid", "amazing", "beautiful", "built", "excellent", "longer", "love", "loved", "lovely", "perfect", "super", "welcome", "wow",
    ]);

    private readonly FrozenSet<string> _memberNames;
    private readonly int _longestMemberName;

    /// <param name="memberNames">Names of the workspace's members, which no name may hold.</param>
    public NameRules(IEnumerable<string> memberNames)
    {
        _memberNames = memberNames.Select(name => string.Join(' ', Words(name))).Where(name => name.Length >= ShortestMemberName).ToFrozenSet();
        _longestMemberName = _memberNames.Select(name => 1 + name.Count(c => c == ' ')).DefaultIfEmpty(0).Max();
    }

    /// <summary>Every rule that a name breaks, one sentence each; empty for a good name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="taken">Names given before in the run.</param>
    public IReadOnlyList<string> Faults(string name, IReadOnlyList<string> taken)
    {
        var words = Words(name);
        List<string> faults = [];
        var count = name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
        Check(count is >= FewestWords and <= MostWords, $"It has {count} words and must have {FewestWords} to {MostWords}.");
        Check(!name.Any(char.IsDigit), "It holds a number.");
        Check(!HoldsMemberName(words), "It holds a member's name.");
        Check(words.Any(word => !Fillers.Contains(word)), "It says nothing of these members.");
        Check(taken.All(other => !AreAlike(name, other)), "It is like another name of this run.");
        return faults;

        void Check(bool good, string fault)
        {
            if (!good)
            {
                faults.Add(fault);
            }
        }
    }

    /// <summary>Whether a phrase can stand in a name: no number, no member's name, no filler alone.</summary>
    public bool Allows(string phrase)
    {
        var words = Words(phrase);
        return words.Exists(word => !Fillers.Contains(word) && word.Length > 1) && !phrase.Any(char.IsDigit) && !HoldsMemberName(words);
    }

    /// <summary>Whether a word, in lower case, carries no meaning in a name.</summary>
    public static bool IsFiller(string word) => Fillers.Contains(word);

    /// <summary>Whether a reader could take two names for one another.</summary>
    public static bool AreAlike(string first, string second)
    {
        var (a, b) = (Meaning(first), Meaning(second));
        var shared = a.Count(word => b.Exists(other => SameWord(word, other)));
        return shared >= Alike * (a.Count + b.Count - shared);
    }

    private static List<string> Meaning(string name) => [.. Words(name).Where(word => !Fillers.Contains(word)).Distinct()];

    private static bool SameWord(string a, string b)
    {
        var (shorter, longer) = a.Length <= b.Length ? (a, b) : (b, a);
        return longer == shorter || (shorter.Length >= 4 && longer.Length - shorter.Length <= 3 && longer.StartsWith(shorter, StringComparison.Ordinal));
    }

    private bool HoldsMemberName(List<string> words)
    {
        for (var first = 0; first < words.Count; first++)
        {
            for (var length = 1; length <= _longestMemberName && first + length <= words.Count; length++)
            {
                if (_memberNames.Contains(string.Join(' ', words.GetRange(first, length))))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static List<string> Words(string text)
    {
        var words = new List<string>();
        for (var at = 0; at < text.Length; at++)
        {
            var start = at;
            while (at < text.Length && (char.IsLetterOrDigit(text[at]) || char.GetUnicodeCategory(text[at]) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark || text[at] is '_' or '\''))
            {
                at++;
            }

            if (at > start)
            {
                words.Add(text[start..at].ToLowerInvariant());
            }
        }

        return words;
    }
}
