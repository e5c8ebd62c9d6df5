namespace TextSeg.Mining.Profiles;

/// <summary>What the author of a post wants, in the order of <see cref="ReadingLabels.Intents"/>.</summary>
public enum PostIntent
{
    /// <summary>Not read, or the classifier was unsure: no evidence.</summary>
    Unknown,
    AskForHelp,
    ReportProblem,
    RequestFeature,
    Complain,
    Praise,
    ConsiderBuying,
    IntendToLeave,
    HelpAnother,
    Share,
    Discuss,
    SmallTalk,
}

/// <summary>Whether a post is for or against what it speaks of.</summary>
public enum PostSentiment
{
    /// <summary>Not read, or the classifier was unsure: no evidence.</summary>
    Unknown,
    Negative,
    Neutral,
    Positive,
    Mixed,
}

/// <summary>How soon a post needs an answer.</summary>
public enum PostUrgency
{
    /// <summary>Not read, or the classifier was unsure: no evidence.</summary>
    Unknown,
    Calm,
    Normal,
    Urgent,
}

/// <summary>What feelings a post shows, several at once; the order of the bits is that of <see cref="ReadingLabels.Emotions"/>.</summary>
[Flags]
public enum PostEmotions
{
    /// <summary>Not read, or the classifier was unsure: no evidence.</summary>
    Unknown = 0,
    Anger = 1,
    Annoyance = 2,
    Disappointment = 4,
    Confusion = 8,
    Worry = 16,
    Sadness = 32,
    Joy = 64,
    Gratitude = 128,
    Admiration = 256,
    Excitement = 512,
    Surprise = 1024,

    /// <summary>Read, and none of the others.</summary>
    Neutral = 2048,
}

/// <summary>What a classifier read in one post.</summary>
/// <param name="Intent">What its author wants.</param>
/// <param name="Sentiment">For or against.</param>
/// <param name="Emotions">The feelings it shows.</param>
/// <param name="Urgency">How soon it needs an answer.</param>
/// <param name="Frustration">0 to 1; NaN where it was not read.</param>
public readonly record struct PostReading(PostIntent Intent, PostSentiment Sentiment, PostEmotions Emotions, PostUrgency Urgency, float Frustration)
{
    /// <summary>From this frustration on a post counts as frustrated: the score is a calibrated chance, so it is more likely than not.</summary>
    public const float FrustratedFrom = 0.5f;

    /// <summary>A post of which nothing is known.</summary>
    public static PostReading None { get; } = new(PostIntent.Unknown, PostSentiment.Unknown, PostEmotions.Unknown, PostUrgency.Unknown, float.NaN);

    public bool IsFrustrated => Frustration >= FrustratedFrom;
}
