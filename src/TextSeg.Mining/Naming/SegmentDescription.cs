using System.Globalization;

namespace TextSeg.Mining.Naming;

/// <summary>Writes the three sentences below a segment's name.</summary>
internal static class SegmentDescription
{
    public static string Write(SegmentEvidence evidence, IReadOnlyList<string> phrases) =>
        $"{Who(evidence)} {What(evidence, phrases)} {Difference(evidence)}";

    private static string Who(SegmentEvidence evidence)
    {
        var members = string.Create(CultureInfo.InvariantCulture, $"{evidence.Members:N0} {(evidence.Members == 1 ? "member" : "members")}, {FigureText.ShareInWords(evidence.Share)}");
        return evidence.LanguageFigure is { } language
            ? $"This group has {members}, and {language.Inside} of them write mostly in {evidence.Language} ({language.Outside} of the others)."
            : $"This group has {members}.";
    }

    private static string What(SegmentEvidence evidence, IReadOnlyList<string> phrases)
    {
        if (evidence.Topics.Count > 0)
        {
            var topics = string.Join(" and about ", evidence.Topics.Take(2).Select(topic => $"“{topic.What}” ({topic.Inside} of a member's posts on average, others {topic.Outside})"));
            return $"They write about {topics}.";
        }

        return phrases.Count > 0
            ? $"What they say more than others: {string.Join(", ", evidence.Phrases.Take(3).Select(phrase => $"“{phrase.Text}”"))}."
            : "No topic is theirs more than that of others.";
    }

    private static string Difference(SegmentEvidence evidence)
    {
        var own = evidence.Signals.Take(2).Select(signal => $"{signal.What} ({signal.Inside}, others {signal.Outside})").ToArray();
        return own.Length > 0
            ? $"They differ from everybody else in {string.Join(" and ", own)}."
            : "In how and when they write they are like everybody else.";
    }
}
