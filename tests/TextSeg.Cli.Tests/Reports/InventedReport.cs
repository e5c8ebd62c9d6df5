using TextSeg.Engine.Reports;

namespace TextSeg.Cli.Tests.Reports;

/// <summary>A small invented report with everything in it that could break a page.</summary>
internal static class InventedReport
{
    public const string Hostile = "</script><script>document.title='broken'</script><img src=x onerror=alert(1)> & \"quotes\"";

    private static readonly DateTimeOffset Start = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static ReportModel Create(int posts = 900) => new()
    {
        Title = "Beehive forum",
        Made = Start.AddYears(1),
        Totals = new ReportTotals(posts, 120, 6, 2, Start, Start.AddMonths(11), [new("forum", posts)]),
        Quality = new ReportQuality
        {
            Taken = posts, Rejected = 3, Reasons = [new("no text", 2), new("line too long", 1)], Duplicates = 12,
            Masked = [new("email", 4), new("phone", 2)], Languages = [new("en", posts - 100), new("de", 90), new("unknown", 10)],
            ShareUnsure = 0.083, ShareNone = 0.021, QuietMembers = 14,
        },
        Topics = Topics(posts), ReaderLevel = 1, Map = Map(posts), Segments = Segments(), Volume = Volume(posts),
        Moods = InventedMoods.Create(Start),
        Method = new ReportMethod("encoder@0123abcd", "7", "0.1.0", "graph", "graph", 0.123, 0.81, [new("encode", 1.2), new("topics", 0.7)]),
    };

    private static List<ReportTopic> Topics(int posts)
    {
        var topics = new List<ReportTopic>();
        for (var i = 0; i < 2; i++)
        {
            topics.Add(Topic($"0-{i}", null, 0, i == 0 ? "winter feeding" : "sensor batteries", posts / 2));
        }

        for (var i = 0; i < 6; i++)
        {
            topics.Add(Topic($"1-{i}", $"0-{i % 2}", 1, i == 3 ? Hostile : $"theme number {(char)('A' + i)}", posts / 6));
        }

        return topics;
    }

    private static ReportTopic Topic(string id, string? parent, int level, string name, int posts) => new(
        id, parent, level, name, [name, "sugar syrup", "cold weeks", "fondant", "weight of the hive", "entrance"], posts, posts / 4, 0.82,
        [new($"A typical post about {name}. {Hostile}", Start.AddDays(40), "en"), new("Die Batterie hält im Winter nur drei Wochen.", null, "de")]);

    private static ReportMap Map(int posts) => new(
        [.. Enumerable.Range(0, 6).Select(i => $"1-{i}")],
        [.. Enumerable.Range(0, posts).Select(i => 1500 + (i % 6 * 1300) + (i * 37 % 900))],
        [.. Enumerable.Range(0, posts).Select(i => 2000 + (i % 6 % 2 * 4000) + (i * 61 % 1700))],
        [.. Enumerable.Range(0, posts).Select(i => i % 50 == 0 ? -1 : i % 6)], posts);

    private static List<ReportSegment> Segments() =>
    [
        Segment("s1", "Newcomers who ask about winter feeding", 70, 0.583),
        Segment("s2", "German-speaking owners who report battery trouble", 30, 0.25),
    ];

    private static ReportSegment Segment(string id, string name, int members, double share) => new()
    {
        Id = id, Name = name, Description = "They ask more than they answer. They write about feeding in the cold months. Most joined this year.",
        Members = members, Share = share, Posts = members * 6, Stability = 0.77, ShareCore = 0.64, Phrases = ["fondant", "sugar syrup", "how much"],
        Differences = [new("posts with a question", "71 %", "32 %"), new("words in a post", "24", "61")],
        Neighbors = [new("s1", "Newcomers who ask about winter feeding", [new("posts with a question", "71 %", "40 %")])],
        Readings = InventedMoods.OfSegment(), ReadingQuotes = [new("ask for help", new($"Who can help me? {Hostile}", Start, "en"), ["help"])],
        Topics = [new("winter feeding", 0.6), new("sensor batteries", 0.2)], Languages = [new("en", 0.8), new("de", 0.2)],
        Weights = [new("what they write about", 0.6), new("how they write", 0.2), new("when", 0.1), new("to whom", 0.1)],
        Quotes = [new(Hostile, Start, "en"), new("Does fondant go above or below the frames?", Start.AddDays(3), "en"), new("Wie viel Futter braucht ein Volk?", null, "de")],
    };

    private static ReportVolume Volume(int posts) => new(
        "month", [.. Enumerable.Range(0, 12).Select(i => Start.AddMonths(i))],
        [
            .. Enumerable.Range(0, 6).Select(t => new ReportSeries($"theme number {(char)('A' + t)}", $"1-{t}", [.. Enumerable.Range(0, 12).Select(i => (posts / 80) + (i * t % 7))])),
            new ReportSeries("all others", null, [.. Enumerable.Range(0, 12).Select(i => i % 3)]),
        ]);
}
