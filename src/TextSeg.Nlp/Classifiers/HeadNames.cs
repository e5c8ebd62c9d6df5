namespace TextSeg.Nlp.Classifiers;

/// <summary>Names of the heads that posts are read with, as model cards and annotations spell them.</summary>
public static class HeadNames
{
    /// <summary>Negative, neutral or positive; of a post also mixed.</summary>
    public const string Sentiment = "sentiment";

    /// <summary>Several feelings at once, or none.</summary>
    public const string Emotion = "emotion";

    /// <summary>What the author wants.</summary>
    public const string Intent = "intent";

    /// <summary>Calm, normal or urgent.</summary>
    public const string Urgency = "urgency";

    /// <summary>0 to 1: one label of the same name.</summary>
    public const string Frustration = "frustration";
}
