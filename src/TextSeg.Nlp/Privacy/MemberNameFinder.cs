namespace TextSeg.Nlp.Privacy;

/// <summary>
/// Finds names of members as whole words, longest first, by a trie over words: time does not grow with the number of names.
/// A name that is also an ordinary word counts only with a capital inside a sentence.
/// </summary>
internal sealed class MemberNameFinder
{
    private const int ShortestName = 3;

    private readonly Node root = new();
    private readonly IReadOnlySet<string> corpusWords;

    /// <param name="names">Names of members.</param>
    /// <param name="corpusWords">Words too frequent in the corpus to mean a person, in lower case; such a name is never found.</param>
    /// <param name="evidence">Other names by which members go, however frequent; null for none.</param>
    public MemberNameFinder(IEnumerable<string> names, IReadOnlySet<string> corpusWords, NameEvidence? evidence)
    {
        this.corpusWords = corpusWords;
        AddAll(names);
        foreach (string name in evidence?.Signed() ?? [])
        {
            Add(name, needsCapital: false);
        }

        foreach (string name in evidence?.Spoken() ?? [])
        {
            Add(name, needsCapital: true);
        }
    }

    /// <summary>Looks for these names too. Not thread-safe.</summary>
    public void AddAll(IEnumerable<string> names)
    {
        foreach (string name in names.Where(name => !string.IsNullOrWhiteSpace(name) && !corpusWords.Contains(name.Trim().ToLowerInvariant())))
        {
            Add(name, needsCapital: false);
        }
    }

    public void Find(string text, List<FoundData> found)
    {
        if (root.Next is null)
        {
            return;
        }

        for (int at = 0; at < text.Length;)
        {
            if (!IsWordSign(text[at]))
            {
                at++;
                continue;
            }

            int end = EndOfWord(text, at);
            int match = LongestMatch(text, at, end);
            if (match > at)
            {
                found.Add(new FoundData(PersonalDataKind.MemberName, new TextSpan(at, match)));
            }

            at = Math.Max(match, end);
        }
    }

    private void Add(string name, bool needsCapital)
    {
        Node node = root;
        int words = 0;
        bool letters = false;
        for (int at = 0; at < name.Length;)
        {
            int end = EndOfWord(name, at);
            if (end > at)
            {
                node.Next ??= new Dictionary<string, Node>(StringComparer.OrdinalIgnoreCase);
                string word = name[at..end];
                node = node.Next.TryGetValue(word, out Node? known) ? known : node.Next[word] = new Node();
                words++;
                letters |= word.Any(char.IsLetter);
            }

            at = Math.Max(end, at + 1);
        }

        // The letters of Chinese, Japanese and Korean names are few.
        bool longEnough = name.Length >= ShortestName || (name.Length == 2 && name.All(c => c >= '\u2E80'));
        if (words == 0 || !letters || !longEnough)
        {
            return;
        }

        node.NeedsCapital = needsCapital && (!node.IsName || node.NeedsCapital);
        node.IsName = true;
        node.IsCommon = words == 1 && CommonNameWords.All.Contains(name.Trim().ToLowerInvariant());
    }

    private int LongestMatch(string text, int start, int end)
    {
        Node node = root;
        int match = -1;
        int wordStart = start;
        while (node.Next is not null && node.Next.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text.AsSpan(wordStart, end - wordStart), out Node? next))
        {
            node = next;
            bool counts = node.IsName && !PersonalDataMasker.IsMask(text, start, end) && !IsPartOfWord(text, start, end)
                && (!node.IsCommon || IsProperName(text, start, end) || IsClosing(text, start, end)) && (!node.NeedsCapital || IsCapitalised(text, start, end));
            match = counts ? end : match;
            wordStart = end + 1;
            if (wordStart >= text.Length || text[end] is not (' ' or '-' or '.' or '\u00A0') || !IsWordSign(text[wordStart]))
            {
                break;
            }

            end = EndOfWord(text, wordStart);
        }

        return match;
    }

    /// <summary>True for "don" in "don't" and for an ending such as ".cmd".</summary>
    private static bool IsPartOfWord(string text, int start, int end)
    {
        bool contraction = end + 1 < text.Length && text[end] is '\'' or '’' && char.IsLetter(text[end + 1]) && text[end + 1] is not ('s' or 'S');
        return contraction || (start > 1 && text[start - 1] == '.' && char.IsLetterOrDigit(text[start - 2]));
    }

    /// <summary>A capital and small letters, and not where a sentence starts.</summary>
    private static bool IsProperName(string text, int start, int end)
    {
        int before = start - 1;
        while (before >= 0 && text[before] is ' ' or '"' or '“' or '(' or '*')
        {
            before--;
        }

        bool insideSentence = before >= 0 && before < start - 1 && text[before] is not ('.' or '!' or '?' or ':' or '\n' or '…' or '-' or '>');
        return insideSentence && IsCapitalised(text, start, end);
    }

    /// <summary>The only word of the last line of several.</summary>
    private static bool IsClosing(string text, int start, int end)
    {
        int line = text.AsSpan(0, start).LastIndexOf('\n');
        return line > 0 && IsCapitalised(text, start, end) && !HasWord(text, line, start) && !HasWord(text, end, text.Length);
    }

    private static bool HasWord(string text, int start, int end)
    {
        for (int at = start; at < end; at++)
        {
            if (char.IsLetterOrDigit(text[at]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsCapitalised(string text, int start, int end) =>
        char.IsUpper(text[start]) && text.AsSpan(start + 1, end - start - 1).IndexOfAnyInRange('A', 'Z') < 0;

    internal static int EndOfWord(string text, int start)
    {
        int end = start;
        while (end < text.Length && IsWordSign(text[end]))
        {
            end++;
        }

        return end;
    }

    private static bool IsWordSign(char c) => char.IsLetterOrDigit(c) || c == '_' || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;

    private sealed class Node
    {
        public Dictionary<string, Node>? Next { get; set; }

        public bool IsName { get; set; }

        public bool IsCommon { get; set; }

        public bool NeedsCapital { get; set; }
    }
}
