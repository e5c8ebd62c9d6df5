using TextSeg.Nlp.Words;

namespace TextSeg.Nlp.Classifiers.Signs;

/// <summary>
/// Counts signs of frustration that a model of the words' meaning may miss: that something is still so or so again, waiting, escalation,
/// shouting and repetition. A count is bounded, so that a long text or a row of marks weighs no more than a clear case.
/// </summary>
public static class FrustrationSigns
{
    /// <summary>The highest count of a sign.</summary>
    public const int Most = 3;

    private const int LongRun = 3;
    private const int CapitalWords = 2;
    private static readonly string[] Listed = ["still", "again", "waiting", "escalation"];

    /// <summary>Names of all signs, as a model's card gives them weights.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Listed, "shouting", "repetition"];

    /// <summary>ISO 639-1 codes of the languages that have word lists; English words are looked for in the others.</summary>
    public static IReadOnlyCollection<string> Languages => SignLists.Languages;

    /// <summary>How often each sign is found, 1 to <see cref="Most"/>, in the order of <see cref="Names"/>; signs that are not found are left out.</summary>
    /// <param name="prose">Clean prose.</param>
    /// <param name="language">ISO 639-1 code, "unknown" for none.</param>
    public static IReadOnlyList<SignCount> Count(string prose, string language)
    {
        ArgumentNullException.ThrowIfNull(prose);
        ArgumentNullException.ThrowIfNull(language);
        var lists = SignLists.For(language);
        var folded = PhraseFinder.Fold(prose);
        var counts = new List<SignCount>();
        foreach (var sign in Listed)
        {
            Add(sign, lists.Of(sign).Find(folded).Count, counts);
        }

        Add("shouting", CountMarks(prose) + CountCapitals(prose), counts);
        Add("repetition", CountStretches(folded) + CountRepeatedWords(folded) + CountRepeatedSentences(prose, folded), counts);
        return counts;
    }

    private static void Add(string sign, int count, List<SignCount> counts)
    {
        if (count > 0)
        {
            counts.Add(new SignCount(sign, Math.Min(count, Most)));
        }
    }

    /// <summary>Rows of two or more exclamation and question marks.</summary>
    private static int CountMarks(string prose)
    {
        var rows = 0;
        var length = 0;
        foreach (var c in prose)
        {
            length = c is '!' or '?' or '！' or '？' ? length + 1 : 0;
            rows += length == 2 ? 1 : 0;
        }

        return rows;
    }

    /// <summary>Runs of words in capitals: one such word is a name or an abbreviation, "NOT WORKING" is not.</summary>
    private static int CountCapitals(string prose)
    {
        var runs = 0;
        var length = 0;
        var at = 0;
        while (NextWord(prose, ref at) is { IsEmpty: false } word)
        {
            var (letters, capitals) = (0, 0);
            foreach (var c in word)
            {
                letters += char.IsLetter(c) ? 1 : 0;
                capitals += char.IsUpper(c) ? 1 : 0;
            }

            length = letters == 0 || capitals < letters ? 0 : letters == 1 ? length : length + 1;
            runs += length == CapitalWords ? 1 : 0;
        }

        return runs;
    }

    /// <summary>The next stretch without blanks; empty at the end of the text.</summary>
    private static ReadOnlySpan<char> NextWord(string text, scoped ref int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        var start = at;
        while (at < text.Length && !char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return text.AsSpan(start, at - start);
    }

    /// <summary>Letters drawn out: "sooo".</summary>
    private static int CountStretches(string folded)
    {
        var stretches = 0;
        var length = 0;
        for (var at = 0; at < folded.Length; at++)
        {
            length = at > 0 && folded[at] == folded[at - 1] && char.IsLetter(folded[at]) ? length + 1 : 1;
            stretches += length == LongRun && !IsAddress(folded, at) ? 1 : 0;
        }

        return stretches;
    }

    private static bool IsAddress(string folded, int at) => folded[at] is 'w' or 'x' or 'i';

    /// <summary>A word three times in a row: "no no no".</summary>
    private static int CountRepeatedWords(string folded)
    {
        var rows = 0;
        var length = 1;
        var before = ReadOnlySpan<char>.Empty;
        var at = 0;
        while (NextWord(folded, ref at) is { IsEmpty: false } next)
        {
            var word = next.Trim(".,!?;…");
            length = !word.IsEmpty && word.SequenceEqual(before) ? length + 1 : 1;
            rows += length == LongRun ? 1 : 0;
            before = word;
        }

        return rows;
    }

    /// <summary>Sentences of two words or more that were said before.</summary>
    private static int CountRepeatedSentences(string prose, string folded)
    {
        var said = new HashSet<string>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        var repeated = 0;
        foreach (var sentence in SentenceSegmenter.Split(prose))
        {
            var text = sentence.Of(folded);
            repeated += text.Contains(' ') && !said.Add(text) ? 1 : 0;
        }

        return repeated;
    }
}

/// <summary>A sign of frustration and how often it was found, 1 to <see cref="FrustrationSigns.Most"/>.</summary>
public sealed record SignCount(string Sign, int Count);
