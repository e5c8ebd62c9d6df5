using System.Globalization;

namespace TextSeg.Mining.Naming;

/// <summary>Writes the sentences below a segment's name.</summary>
public static class SegmentDescription
{
    /// <summary>How many they are, the statements, and what the data do not show.</summary>
    public static string Write(SegmentEvidence evidence, IEnumerable<NameClause> clauses) =>
        string.Join(' ', [Who(evidence), .. clauses.Select(clause => clause.Text), .. Absences(evidence)]);

    /// <summary>What they write about and how they differ, in figures alone.</summary>
    internal static IReadOnlyList<NameClause> Clauses(SegmentEvidence evidence, EvidenceSheet sheet, IReadOnlyList<string> phrases) =>
    [
        .. What(evidence, phrases) is { } about ? [new NameClause(about, sheet.NumbersOf(item => item.Kind is EvidenceKind.Topic or EvidenceKind.Phrase))] : Array.Empty<NameClause>(),
        .. Difference(evidence) is { } how ? [new NameClause(how, sheet.NumbersOf(item => item.Kind == EvidenceKind.Figure))] : Array.Empty<NameClause>(),
        .. Readings(evidence) is { } mood ? [new NameClause(mood, sheet.NumbersOf(item => item.Kind == EvidenceKind.Figure))] : Array.Empty<NameClause>(),
    ];

    private static IEnumerable<string> Absences(SegmentEvidence evidence)
    {
        if (evidence.Topics.Count == 0 && evidence.Phrases.Count == 0)
        {
            yield return "No topic is theirs more than that of others.";
        }

        if (evidence.Signals.Count == 0)
        {
            yield return "In how and when they write they are like everybody else.";
        }
    }

    private static string Who(SegmentEvidence evidence)
    {
        var members = string.Create(CultureInfo.InvariantCulture, $"{evidence.Members:N0} {(evidence.Members == 1 ? "member" : "members")}, {FigureText.ShareInWords(evidence.Share)}");
        return evidence.LanguageFigure is { } language
            ? $"This group has {members}, and {language.Inside} of them write mostly in {evidence.Language} ({language.Outside} of the others)."
            : $"This group has {members}.";
    }

    private static string? What(SegmentEvidence evidence, IReadOnlyList<string> phrases)
    {
        if (evidence.Topics.Count > 0)
        {
            var topics = string.Join(" and about ", evidence.Topics.Take(2).Select(topic => $"“{topic.What}” ({topic.Inside} of a member's posts on average, others {topic.Outside})"));
            return $"They write about {topics}.";
        }

        return phrases.Count > 0
            ? $"What they say more than others: {string.Join(", ", evidence.Phrases.Take(3).Select(phrase => $"“{phrase.Text}”"))}."
            : null;
    }

    private static string? Difference(SegmentEvidence evidence) =>
        evidence.Signals.Count > 0 ? $"They differ from everybody else in {Listed(evidence.Signals.Take(2))}." : null;

    private static string? Readings(SegmentEvidence evidence)
    {
        var more = evidence.Readings.Where(figure => figure.Effect > 0).Take(2).ToArray();
        return more.Length > 0 ? $"More than others they write {Listed(more)}." : null;
    }

    private static string Listed(IEnumerable<EvidenceFigure> figures) =>
        string.Join(" and ", figures.Select(figure => $"{figure.What} ({figure.Inside}, others {figure.Outside})"));
}
