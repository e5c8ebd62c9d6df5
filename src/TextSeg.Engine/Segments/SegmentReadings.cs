namespace TextSeg.Engine.Segments;

/// <summary>What a segment's members want and how they feel, beside everybody else.</summary>
public sealed record SegmentReadings
{
    /// <summary>All intents, the largest share first; empty where too few posts are known.</summary>
    public required IReadOnlyList<SegmentReading> Wants { get; init; }

    /// <summary>Sentiments, frustration, emotions and urgency, the largest share first; empty where too few posts are known.</summary>
    public required IReadOnlyList<SegmentReading> Feels { get; init; }

    /// <summary>Share of its posts whose intent the classifier was unsure of, 0 to 1.</summary>
    public required double UnsureWants { get; init; }

    /// <summary>Share of its posts whose sentiment the classifier was unsure of, 0 to 1.</summary>
    public required double UnsureFeels { get; init; }

    /// <summary>Posts that show what sets it apart.</summary>
    public IReadOnlyList<ReadingQuote> Quotes { get; init; } = [];
}

/// <summary>One mood or intent of a segment. Shares are means over members, each member's share being of the posts of which it is known.</summary>
/// <param name="Label">As filters spell it.</param>
/// <param name="Words">For a reader.</param>
/// <param name="Here">Share in the segment, 0 to 1.</param>
/// <param name="Low">Lower end of its 95 % interval.</param>
/// <param name="High">Upper end.</param>
/// <param name="Elsewhere">Share among everybody else.</param>
/// <param name="Differs">Whether the difference is more than chance and at least small.</param>
public sealed record SegmentReading(string Label, string Words, double Here, double Low, double High, double Elsewhere, bool Differs);

/// <summary>A post that shows a mood or intent of a segment.</summary>
/// <param name="Post">The post.</param>
/// <param name="Label">The mood or intent, as filters spell it.</param>
/// <param name="Words">The same for a reader.</param>
public sealed record ReadingQuote(long Post, string Label, string Words)
{
    /// <summary>The author's words that moved the classifier to it, the strongest first; empty where they were not looked for.</summary>
    public IReadOnlyList<string> MovedBy { get; init; } = [];
}
