using System.Globalization;
using TextSeg.Mining.Profiles;

namespace TextSeg.Mining.Naming;

/// <summary>
/// Names segments in the members' own phrases, with no model and no network: who they are (language, newcomers, helpers, frustrated …), what they do
/// (ask for help, complain, answer, write) and about what (the phrases that tell them from the others). The same evidence always gives the same name.
/// </summary>
public sealed class ExtractiveSegmentNamer : ISegmentNamer
{
    /// <summary>What <see cref="SegmentName.Maker"/> says of its names.</summary>
    public const string Maker = "key phrases";

    private const int MostPhrases = 12;

    private static readonly string[] Ands = [" and ", " und ", " et ", " y ", " e ", " en ", " och ", " og ", " и "];

    /// <summary>Pairs are made of the strongest phrases only: one strong phrase alone says more than two weak ones.</summary>
    private const int PairedPhrases = 5;

    /// <inheritdoc/>
    public Task<SegmentName> NameAsync(SegmentEvidence evidence, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        foreach (var (name, phrases) in Candidates(evidence))
        {
            if (evidence.Rules.Faults(name, evidence.TakenNames).Count == 0)
            {
                return Task.FromResult(Named(name, evidence, phrases));
            }
        }

        return Task.FromResult(Named(LastResort(evidence), evidence, []));
    }

    private static SegmentName Named(string name, SegmentEvidence evidence, IReadOnlyList<string> phrases)
    {
        var sheet = EvidenceSheet.Of(evidence);
        var clauses = SegmentDescription.Clauses(evidence, sheet, phrases);
        return new SegmentName(name, SegmentDescription.Write(evidence, clauses), phrases)
        {
            Evidence = sheet.NumbersOf(item => item.Kind is EvidenceKind.Figure or EvidenceKind.Topic || (item.Kind == EvidenceKind.Phrase && phrases.Contains(item.Text))),
            Clauses = clauses,
        };
    }

    /// <summary>Names from the most telling to the plainest.</summary>
    private static IEnumerable<(string Name, IReadOnlyList<string> Phrases)> Candidates(SegmentEvidence evidence)
    {
        var objects = Objects(evidence);
        foreach (var pair in objects)
        {
            foreach (var who in Who(evidence))
            {
                foreach (var does in Does(evidence))
                {
                    yield return ($"{who} {does} {string.Join(" and ", pair)}", pair);
                }
            }
        }

        foreach (var who in Who(evidence))
        {
            foreach (var does in PlainDeeds(evidence))
            {
                yield return ($"{who} {does}", []);
            }
        }
    }

    /// <summary>Members without any phrase of their own, after all other such names are taken.</summary>
    private static string LastResort(SegmentEvidence evidence)
    {
        var name = "A group with mixed interests";
        for (var more = "Another group"; evidence.TakenNames.Contains(name); more = "Yet " + char.ToLowerInvariant(more[0]) + more[1..])
        {
            name = more + " with mixed interests";
        }

        return name;
    }

    /// <summary>Two phrases together first, in the order of their strength, then single ones. Phrases that a topic of theirs is called by come before others.</summary>
    private static List<string[]> Objects(SegmentEvidence evidence)
    {
        var topics = evidence.Topics.SelectMany(topic => topic.What.Split(", ")).ToArray();
        var phrases = evidence.Phrases.Select(phrase => phrase.Text).OrderByDescending(phrase => Array.Exists(topics, topic => NameRules.AreAlike(phrase, topic))).Concat(topics)
            .Where(evidence.Rules.Allows).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostPhrases).ToArray();
        var pairs = new List<string[]>();
        for (var second = 1; second < Math.Min(phrases.Length, PairedPhrases); second++)
        {
            for (var first = 0; first < second; first++)
            {
                if (!NameRules.AreAlike(phrases[first], phrases[second]) && !IsList(phrases[first]) && !IsList(phrases[second]))
                {
                    pairs.Add([phrases[first], phrases[second]]);
                }
            }
        }

        return [.. pairs, .. phrases.Select(phrase => new[] { phrase })];
    }

    /// <summary>"Clean and quiet" and another phrase would read as a list of three.</summary>
    private static bool IsList(string phrase) => Array.Exists(Ands, and => phrase.Contains(and, StringComparison.Ordinal));

    private static IEnumerable<string> Who(SegmentEvidence evidence)
    {
        var nouns = new List<string>();
        Add(SegmentMarks.Newcomers, "newcomers");
        Add(SegmentMarks.LongStanding, "long-standing members");
        Add(SegmentMarks.Displeased, "unhappy customers");
        Add(SegmentMarks.Pleased, "happy customers");
        Add(SegmentMarks.Seldom, "occasional members");
        Add(SegmentMarks.Night, "night-time members");
        Add(SegmentMarks.Lively, "lively members");
        Add(SegmentMarks.Polite, "polite members");
        var noun = nouns.Count > 0 ? nouns[0] : "members";
        if (evidence.Language is { } language)
        {
            yield return $"{language}-speaking {noun}";
        }

        if (ReadingWords.Feeling(evidence) is { } feeling)
        {
            // One adjective is enough: "frustrated newcomers", but no "frustrated occasional members".
            nouns.Insert(0, noun.Contains(' ', StringComparison.Ordinal) ? $"{feeling} members" : $"{feeling} {noun}");
        }

        foreach (var plain in nouns.Append("members"))
        {
            yield return string.Concat(char.ToUpper(plain[0], CultureInfo.InvariantCulture), plain[1..]);
        }

        void Add(SegmentMarks mark, string noun)
        {
            if (evidence.Marks.HasFlag(mark))
            {
                nouns.Add(noun);
            }
        }
    }

    private static IEnumerable<string> Does(SegmentEvidence evidence)
    {
        foreach (var deed in ReadingWords.DeedsWith(evidence))
        {
            yield return deed;
        }

        if (evidence.Marks.HasFlag(SegmentMarks.Answer))
        {
            yield return "who help with";
        }

        if (evidence.Marks.HasFlag(SegmentMarks.Ask))
        {
            yield return "who ask about";
        }

        if (evidence.Marks.HasFlag(SegmentMarks.Code))
        {
            yield return "who show code on";
        }

        yield return "who write about";
    }

    /// <summary>What they do when no phrase tells them apart.</summary>
    private static IEnumerable<string> PlainDeeds(SegmentEvidence evidence)
    {
        foreach (var deed in ReadingWords.DeedsAlone(evidence))
        {
            yield return deed;
        }

        if (evidence.Marks.HasFlag(SegmentMarks.Ask))
        {
            yield return "who mostly ask questions";
        }

        if (evidence.Marks.HasFlag(SegmentMarks.Answer))
        {
            yield return "who mostly answer others";
        }

        if (evidence.Marks.HasFlag(SegmentMarks.AtLength))
        {
            yield return "who write long posts";
        }

        if (evidence.AllSignals.Any(signal => signal.What == SignalNames.Words && signal.Effect < 0))
        {
            yield return "who write short remarks";
        }

        yield return "who write about everything";
        yield return "with mixed interests";
        yield return "between all other groups";
    }
}
