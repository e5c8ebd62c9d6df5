using TextSeg.Nlp.Words;

namespace TextSeg.Nlp.Classifiers.Signs;

/// <summary>
/// Finds the words that say why something is urgent. Words inside a calm phrase ("no rush", "not urgent") or with a negation just before
/// ("not an emergency") do not count.
/// </summary>
public static class UrgencyReasons
{
    private const int NegatedWithin = 2;
    private const int Most = 12;

    /// <summary>Kinds of reasons: a date, something that does not work for many, money, danger, not the first message, and words of haste alone.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["deadline", "outage", "money", "safety", "repeated-contact", "haste"];

    /// <summary>The reasons in the order of the text, at most 12.</summary>
    /// <param name="prose">Clean prose.</param>
    /// <param name="language">ISO 639-1 code, "unknown" for none; English words are looked for in a language without lists.</param>
    public static IReadOnlyList<UrgencyReason> Find(string prose, string language)
    {
        ArgumentNullException.ThrowIfNull(prose);
        ArgumentNullException.ThrowIfNull(language);
        var lists = SignLists.For(language);
        var folded = PhraseFinder.Fold(prose);
        var found = Kinds.SelectMany(kind => lists.Of(kind).Find(folded).Select(span => new UrgencyReason(kind, span))).ToArray();
        if (found.Length == 0)
        {
            return [];
        }

        var calm = lists.Of("calm").Find(folded);
        var negations = lists.Of("negation").Find(folded);
        var negationsAfter = lists.Of("negation-after").Find(folded);
        return [.. found
            .Where(reason => !calm.Any(span => span.Start < reason.Span.End && reason.Span.Start < span.End))
            .Where(reason => !negations.Any(span => span.End <= reason.Span.Start && IsNear(folded, span.End, reason.Span.Start, lists.IsSpaced)))
            .Where(reason => !negationsAfter.Any(span => span.Start == reason.Span.End))
            .OrderBy(reason => reason.Span.Start).ThenBy(reason => reason.Span.End).ThenBy(reason => reason.Reason, StringComparer.Ordinal)
            .Take(Most)];
    }

    /// <summary>True when nothing but blanks and at most one other word lies between; "no, it is urgent" is no negation.</summary>
    private static bool IsNear(string text, int from, int to, bool isSpaced)
    {
        if (!isSpaced)
        {
            return from == to;
        }

        var between = text.AsSpan(from, to - from);
        var words = 1;
        for (var at = 0; at < between.Length; at++)
        {
            if (between[at] is not ' ' && !char.IsLetterOrDigit(between[at]))
            {
                return false;
            }

            words += between[at] == ' ' ? 1 : 0;
        }

        return words <= NegatedWithin + 1;
    }
}

/// <summary>Words that say why something is urgent.</summary>
/// <param name="Reason">One of <see cref="UrgencyReasons.Kinds"/>.</param>
/// <param name="Span">The words, in UTF-16 units of the prose.</param>
public sealed record UrgencyReason(string Reason, TextSpan Span);
