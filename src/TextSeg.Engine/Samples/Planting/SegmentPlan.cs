namespace TextSeg.Engine.Samples.Planting;

/// <summary>How the members of one segment behave. A member draws from these, so that single members differ.</summary>
/// <param name="Topics">Mix of topics, each topic with its weight.</param>
/// <param name="Intents">Mix of intents of forum posts; reviews and tickets have their own.</param>
/// <param name="Kinds">Mix of forum, review and ticket.</param>
/// <param name="Hours">Mix of the hours of the day at which they write, as "from-hour:weight" of six four-hour blocks.</param>
internal sealed record SegmentPlan(
    string Id, string Description, double Share, WeightedChoice Topics, WeightedChoice Intents, WeightedChoice Kinds, double[] Hours)
{
    /// <summary>Median words of a forum post.</summary>
    public double Words { get; init; } = 32;

    /// <summary>Chance of an emoji in a post, 0 to 1.</summary>
    public double Emoji { get; init; } = 0.1;

    /// <summary>Chance of greetings and thanks, 0 to 1.</summary>
    public double Polite { get; init; } = 0.4;

    /// <summary>Chance of a log or code block in a longer post, 0 to 1.</summary>
    public double Code { get; init; } = 0.05;

    /// <summary>Typing errors in a hundred sentences.</summary>
    public double Typos { get; init; } = 8;

    /// <summary>The one language of nearly all its members; null for the community's mix.</summary>
    public string? Language { get; init; }

    /// <summary>Earliest join, as a part of the eighteen months.</summary>
    public double JoinsAfter { get; init; }
}
