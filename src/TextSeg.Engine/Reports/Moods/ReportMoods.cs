namespace TextSeg.Engine.Reports.Moods;

/// <summary>What people want and how they feel, over topics and time.</summary>
public sealed record ReportMoods
{
    /// <summary>Posts that were read.</summary>
    public required int Read { get; init; }

    /// <summary>Share of them whose sentiment the classifier was unsure of, 0 to 1.</summary>
    public required double UnsureSentiment { get; init; }

    /// <summary>Share of them whose intent the classifier was unsure of, 0 to 1.</summary>
    public required double UnsureIntent { get; init; }

    /// <summary>Posts below which no share is shown.</summary>
    public required int FewestPosts { get; init; }

    /// <summary>Posts in one period below which no share of it is shown.</summary>
    public required int FewestInPeriod { get; init; }

    /// <summary>"day", "week", "month" or "year".</summary>
    public required string Period { get; init; }

    /// <summary>When each period begins; empty where posts carry no dates.</summary>
    public required IReadOnlyList<DateTimeOffset> Starts { get; init; }

    /// <summary>All posts together.</summary>
    public required ReportMood All { get; init; }

    /// <summary>The largest topics of the reader's level with enough posts, the most frustrated first.</summary>
    public required IReadOnlyList<ReportMood> Topics { get; init; }
}

/// <summary>The mood of one topic. Shares are of the posts of which it is known; counts by period have the places of <see cref="ReportMoods.Starts"/>.</summary>
public sealed record ReportMood
{
    /// <summary>Null for all posts.</summary>
    public string? TopicId { get; init; }

    public required string Name { get; init; }

    public required int Posts { get; init; }

    /// <summary>Share of frustrated posts, 0 to 1; null where too few are known.</summary>
    public double? Frustrated { get; init; }

    public required IReadOnlyList<ReportShare> Sentiments { get; init; }

    public required IReadOnlyList<ReportShare> Emotions { get; init; }

    public required IReadOnlyList<ReportShare> Wants { get; init; }

    public required IReadOnlyList<ReportShare> Urgencies { get; init; }

    /// <summary>Posts of known sentiment by period.</summary>
    public required IReadOnlyList<int> Known { get; init; }

    public required IReadOnlyList<int> Negative { get; init; }

    public required IReadOnlyList<int> Positive { get; init; }

    /// <summary>Posts whose frustration was read, by period.</summary>
    public required IReadOnlyList<int> FrustrationKnown { get; init; }

    public required IReadOnlyList<int> FrustratedPosts { get; init; }

    /// <summary>Where frustration began to rise; null where it did not.</summary>
    public ReportRise? Rise { get; init; }

    /// <summary>Its most frustrated posts, urgent ones first.</summary>
    public IReadOnlyList<ReportMoodQuote> Quotes { get; init; } = [];
}

/// <summary>A rise of frustration that is more than chance.</summary>
/// <param name="Start">The first period of it.</param>
/// <param name="Before">Share of members' votes before it, 0 to 1.</param>
/// <param name="After">Share from it on.</param>
/// <param name="QValue">Expected share of false findings among those as strong.</param>
/// <param name="Quotes">The posts that moved it: frustrated ones from the start on, urgent ones first.</param>
public sealed record ReportRise(int Start, double Before, double After, double QValue, IReadOnlyList<ReportMoodQuote> Quotes);

/// <summary>An excerpt of a frustrated post.</summary>
/// <param name="Quote">The excerpt.</param>
/// <param name="IsUrgent">Whether it needs an answer soon.</param>
/// <param name="Labels">Its emotions and intent, for a reader.</param>
public sealed record ReportMoodQuote(ReportQuote Quote, bool IsUrgent, IReadOnlyList<string> Labels);
