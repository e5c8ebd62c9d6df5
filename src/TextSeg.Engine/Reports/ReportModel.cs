using TextSeg.Engine.Reports.Moods;
using TextSeg.Engine.Segments;

namespace TextSeg.Engine.Reports;

/// <summary>Everything that the report shows. No member's name, no unmasked text: the file may be passed on.</summary>
public sealed record ReportModel
{
    public required string Title { get; init; }

    /// <summary>When the report was written.</summary>
    public required DateTimeOffset Made { get; init; }

    public required ReportTotals Totals { get; init; }

    public required ReportQuality Quality { get; init; }

    /// <summary>All topics of all levels; <see cref="ReportTopic.Parent"/> makes the tree.</summary>
    public required IReadOnlyList<ReportTopic> Topics { get; init; }

    /// <summary>Which level (0 is the coarsest) is named on the map and in the volume chart.</summary>
    public required int ReaderLevel { get; init; }

    public required ReportMap Map { get; init; }

    public required IReadOnlyList<ReportSegment> Segments { get; init; }

    /// <summary>Why there are no segments, in one sentence; null when there are.</summary>
    public string? NoSegments { get; init; }

    public required ReportVolume Volume { get; init; }

    /// <summary>What people want and how they feel; null where posts were not read.</summary>
    public ReportMoods? Moods { get; init; }

    public required ReportMethod Method { get; init; }
}

/// <summary>How much was read, from whom, over which time.</summary>
public sealed record ReportTotals(
    int Posts, int Members, int Topics, int Segments, DateTimeOffset? From, DateTimeOffset? To, IReadOnlyList<ReportCount> Kinds);

/// <summary>A thing and how often it occurs.</summary>
public sealed record ReportCount(string Name, int Count);

/// <summary>The data-quality strip. Shares are between 0 and 1, of the posts taken.</summary>
public sealed record ReportQuality
{
    public required int Taken { get; init; }

    public required int Rejected { get; init; }

    public required IReadOnlyList<ReportCount> Reasons { get; init; }

    public required int Duplicates { get; init; }

    /// <summary>Masked pieces of personal data by kind.</summary>
    public required IReadOnlyList<ReportCount> Masked { get; init; }

    public required IReadOnlyList<ReportCount> Languages { get; init; }

    public required double ShareUnsure { get; init; }

    public required double ShareNone { get; init; }

    /// <summary>Members with too little text to place.</summary>
    public required int QuietMembers { get; init; }

    /// <summary>Members with enough text who are like no others.</summary>
    public int MembersInNone { get; init; }
}

/// <summary>One topic of one level.</summary>
/// <param name="Id">Unique over all levels.</param>
/// <param name="Parent">The topic one level up; null at the coarsest.</param>
/// <param name="Level">0 is the coarsest.</param>
/// <param name="Name">The first phrases, for a heading.</param>
/// <param name="Phrases">Key phrases, strongest first.</param>
/// <param name="Posts">Posts in it.</param>
/// <param name="Members">Different members who wrote them.</param>
/// <param name="Stability">Agreement with fits on resampled posts, 0 to 1; null when not measured.</param>
/// <param name="Quotes">Representative posts, masked.</param>
public sealed record ReportTopic(
    string Id, string? Parent, int Level, string Name, IReadOnlyList<string> Phrases, int Posts, int Members, double? Stability, IReadOnlyList<ReportQuote> Quotes);

/// <summary>A masked excerpt, and when it was written.</summary>
public sealed record ReportQuote(string Text, DateTimeOffset? Time, string? Language);

/// <summary>An excerpt that shows a mood or intent.</summary>
/// <param name="Label">The mood or intent, for a reader.</param>
/// <param name="Quote">The excerpt.</param>
/// <param name="MovedBy">Words of it that moved the classifier.</param>
public sealed record ReportReadingQuote(string Label, ReportQuote Quote, IReadOnlyList<string> MovedBy);

/// <summary>Points of the map. Coordinates are whole numbers from 0 to 9,999; topics index <see cref="TopicIds"/>, −1 is none.</summary>
public sealed record ReportMap(IReadOnlyList<string> TopicIds, IReadOnlyList<int> X, IReadOnlyList<int> Y, IReadOnlyList<int> Topic, int Of);

/// <summary>A group of members: its card.</summary>
public sealed record ReportSegment
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string Description { get; init; }

    public required int Members { get; init; }

    /// <summary>Share of all members, 0 to 1.</summary>
    public required double Share { get; init; }

    public required int Posts { get; init; }

    public double? Stability { get; init; }

    /// <summary>Share of its members who belong to its core, 0 to 1.</summary>
    public required double ShareCore { get; init; }

    public required IReadOnlyList<string> Phrases { get; init; }

    public required IReadOnlyList<ReportDifference> Differences { get; init; }

    /// <summary>The nearest other segments, and what tells this one from them.</summary>
    public IReadOnlyList<ReportNeighbor> Neighbors { get; init; } = [];

    /// <summary>Who named it, and how many statements were struck, as a sentence.</summary>
    public string? Naming { get; init; }

    /// <summary>What they want and how they feel, without its quotes; null where posts were not read.</summary>
    public SegmentReadings? Readings { get; init; }

    /// <summary>Posts that show it.</summary>
    public IReadOnlyList<ReportReadingQuote> ReadingQuotes { get; init; } = [];

    public required IReadOnlyList<ReportShare> Topics { get; init; }

    public required IReadOnlyList<ReportShare> Languages { get; init; }

    /// <summary>How much each group of signals counted when the segments were found; the shares add up to 1.</summary>
    public required IReadOnlyList<ReportShare> Weights { get; init; }

    public required IReadOnlyList<ReportQuote> Quotes { get; init; }
}

/// <summary>What sets a segment apart: a signal, its value here, and its value for everybody else.</summary>
public sealed record ReportDifference(string Signal, string Here, string Elsewhere);

/// <summary>A segment that is near; <see cref="ReportDifference.Elsewhere"/> is that one's figure.</summary>
public sealed record ReportNeighbor(string Id, string Name, IReadOnlyList<ReportDifference> Differences);

/// <summary>A named share between 0 and 1.</summary>
public sealed record ReportShare(string Name, double Share);

/// <summary>Posts per period. <see cref="Series"/> are the largest topics of the reader's level and, last, all others.</summary>
public sealed record ReportVolume(string Period, IReadOnlyList<DateTimeOffset> Starts, IReadOnlyList<ReportSeries> Series);

/// <summary>Posts per period of one topic.</summary>
public sealed record ReportSeries(string Name, string? TopicId, IReadOnlyList<int> Posts);

/// <summary>How the result was made, so that it can be made again.</summary>
public sealed record ReportMethod(
    string Model, string Seed, string Version, string TopicClusterer, string SegmentClusterer, double Silhouette, double? Stability, IReadOnlyList<ReportShare> StageSeconds);
