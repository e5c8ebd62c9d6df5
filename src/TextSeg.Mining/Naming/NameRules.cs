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
        "a", "about", "all", "also", "and", "answer", "anyone", "ask", "at", "bit", "code", "community", "day", "discuss", "do", "everyone", "for", "from", "get", "good", "group", "hello",
        "help", "hi", "how", "in", "is", "issue", "issues", "it", "just", "length", "like", "lot", "member", "members", "more", "need", "new", "of", "on", "other", "others", "people", "person",
        "post", "posts", "problem", "problems", "question", "questions", "segment", "share", "something", "stuff", "talk", "thanks", "that", "the", "their", "them", "they", "thing", "things",
        "this", "time", "to", "topic", "use", "used", "user", "users", "various", "very", "want", "way", "who", "with", "work", "works", "write",
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
