namespace TextSeg.Mining.Naming;

/// <summary>What marks a segment, as far as it can be said in one word of a name.</summary>
[Flags]
public enum SegmentMarks
{
    /// <summary>Nothing that a name could say.</summary>
    None = 0,

    /// <summary>Short time between first and last post.</summary>
    Newcomers = 1,

    /// <summary>Long time between first and last post.</summary>
    LongStanding = 2,

    /// <summary>Many posts with questions.</summary>
    Ask = 4,

    /// <summary>Many posts that answer somebody.</summary>
    Answer = 8,

    /// <summary>Many posts with code or logs.</summary>
    Code = 16,

    /// <summary>Long posts.</summary>
    AtLength = 32,

    /// <summary>High ratings.</summary>
    Pleased = 64,

    /// <summary>Low ratings.</summary>
    Displeased = 128,

    /// <summary>Many posts in the evening or at night.</summary>
    Night = 256,

    /// <summary>Many polite words.</summary>
    Polite = 512,

    /// <summary>Many emoji or exclamation marks.</summary>
    Lively = 1024,

    /// <summary>Few posts.</summary>
    Seldom = 2048,
}
