using TextSeg.Engine.Reports;
using TextSeg.Engine.Reports.Moods;
using TextSeg.Engine.Segments;

namespace TextSeg.Cli.Tests.Reports;

/// <summary>Moods of the invented report: one topic sours in its tenth month, one has too few posts in its second.</summary>
internal static class InventedMoods
{
    private const int Months = 12;

    public static ReportMoods Create(DateTimeOffset start) => new()
    {
        Read = 900, UnsureSentiment = 0.12, UnsureIntent = 0.2, FewestPosts = 20, FewestInPeriod = 10, Period = "month",
        Starts = [.. Enumerable.Range(0, Months).Select(i => start.AddMonths(i))],
        All = Mood("all posts", null, 0.2, 40),
        Topics =
        [
            Mood("sugar and syrup", "1-0", 0.6, 20) with { Rise = new ReportRise(9, 0.1, 0.55, 1e-6, [Quote(start, true), Quote(start, false)]), Quotes = [Quote(start, true)] },
            Mood(InventedReport.Hostile, "1-3", 0.3, 20) with { Known = [20, 3, .. Enumerable.Repeat(20, Months - 2)], Quotes = [Quote(start, false)] },
        ],
    };

    public static SegmentReadings OfSegment() => new()
    {
        Wants = [new("ask-for-help", "ask for help", 0.44, 0.4, 0.48, 0.2, true), new("share", "share or announce", 0.2, 0.15, 0.25, 0.22, false)],
        Feels = [new("frustrated", "frustrated", 0.3, 0.25, 0.35, 0.1, true), new("positive", "positive", 0.1, 0.05, 0.15, 0.3, true)],
        UnsureWants = 0.15, UnsureFeels = 0.12,
    };

    private static ReportMood Mood(string name, string? topic, double frustrated, int known) => new()
    {
        TopicId = topic, Name = name, Posts = known * Months, Frustrated = frustrated,
        Sentiments = [new("negative", 0.4), new("neutral", 0.3), new("positive", 0.3)], Emotions = [new("no strong feeling", 0.5), new("annoyance", 0.3)],
        Wants = [new("ask for help", 0.5), new("complain", 0.2)], Urgencies = [new("normal", 0.9), new("urgent", 0.1)],
        Known = [.. Enumerable.Repeat(known, Months)], Negative = [.. Enumerable.Range(0, Months).Select(i => Math.Min(known, i + 2))], Positive = [.. Enumerable.Repeat(2, Months)],
        FrustrationKnown = [.. Enumerable.Repeat(known, Months)], FrustratedPosts = [.. Enumerable.Range(0, Months).Select(i => i)],
    };

    private static ReportMoodQuote Quote(DateTimeOffset start, bool isUrgent) =>
        new(new ReportQuote($"It leaks again, we need it by Friday. {InventedReport.Hostile}", start.AddDays(300), "en"), isUrgent, ["annoyance", "report a problem"]);
}
