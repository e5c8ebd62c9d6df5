namespace TextSeg.Engine.Samples.Planting;

/// <summary>One member while the sample is written: who they are, how they write, and how far they have come.</summary>
internal sealed class Member
{
    public required SampleMember Facts { get; init; }

    public required SegmentPlan Segment { get; init; }

    /// <summary>Own weight of the segment's topics: everyone has favourites.</summary>
    public required WeightedChoice Topics { get; init; }

    public required string FirstName { get; init; }

    /// <summary>Median words of a forum post.</summary>
    public required double Words { get; init; }

    public required bool LowerCase { get; init; }

    /// <summary>Signature below forum posts, or null.</summary>
    public required bool Signs { get; init; }

    /// <summary>Chance that a post is in the community's first language instead of the member's own.</summary>
    public required double SecondLanguage { get; init; }
}
