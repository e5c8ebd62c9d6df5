namespace TextSeg.Mining.Profiles;

/// <summary>The moods, intents and urgencies of some posts.</summary>
public sealed record ReadingSummary
{
    /// <summary>Posts that were read.</summary>
    public required int Posts { get; init; }

    /// <summary>What their authors want, most posts first.</summary>
    public required ReadingShares Wants { get; init; }

    /// <summary>Sentiments, in the order of <see cref="ReadingLabels.Sentiments"/>.</summary>
    public required ReadingShares Sentiments { get; init; }

    /// <summary>Emotions, most posts first; a post may show several.</summary>
    public required ReadingShares Emotions { get; init; }

    /// <summary>Urgencies, in the order of <see cref="ReadingLabels.Urgencies"/>.</summary>
    public required ReadingShares Urgencies { get; init; }

    /// <summary>Frustrated posts.</summary>
    public required int Frustrated { get; init; }

    /// <summary>Share of frustrated posts, 0 to 1; null where too few are known.</summary>
    public double? ShareFrustrated { get; init; }
}

/// <summary>Shares of one kind of labels.</summary>
/// <param name="Known">Posts of which it is known; the shares are of these.</param>
/// <param name="Unsure">Posts that the classifier was unsure of.</param>
/// <param name="Labels">The labels that occur; empty where too few are known.</param>
public sealed record ReadingShares(int Known, int Unsure, IReadOnlyList<ReadingShare> Labels);

/// <summary>How often one label was read.</summary>
/// <param name="Label">As filters spell it.</param>
/// <param name="Words">For a reader.</param>
/// <param name="Posts">Posts with it.</param>
/// <param name="Share">Share of the known posts, 0 to 1.</param>
public sealed record ReadingShare(string Label, string Words, int Posts, double Share);
