using TextSeg.Nlp.Classifiers.Signs;

namespace TextSeg.Nlp.Classifiers;

/// <summary>What was read off one post.</summary>
public sealed record PostReading
{
    /// <summary>The answer of each head, in the order of the classifier's heads.</summary>
    public required IReadOnlyList<HeadAnswer> Answers { get; init; }

    /// <summary>The mood of each sentence; empty without a sentiment head.</summary>
    public IReadOnlyList<SentenceMood> Sentences { get; init; } = [];

    /// <summary>Signs of frustration counted in the text.</summary>
    public IReadOnlyList<SignCount> Signs { get; init; } = [];

    /// <summary>Words that say why it is urgent.</summary>
    public IReadOnlyList<UrgencyReason> Reasons { get; init; } = [];

    /// <summary>The answer of a head, or null when the classifier has no such head.</summary>
    public HeadAnswer? Of(string head) => Answers.FirstOrDefault(answer => answer.Head == head);
}

/// <summary>What one head answers for a post.</summary>
/// <param name="Head">Name of the head.</param>
/// <param name="Labels">What is shown, the likeliest first: labels, "unsure", and for sentiment also "mixed".</param>
/// <param name="Probabilities">Of each label of the head, signs included.</param>
public sealed record HeadAnswer(string Head, IReadOnlyList<LabelReading> Labels, IReadOnlyList<LabelReading> Probabilities);

/// <summary>The mood of one sentence.</summary>
/// <param name="Span">The sentence, in UTF-16 units of the prose.</param>
/// <param name="Mood">The label and its probability.</param>
public sealed record SentenceMood(TextSpan Span, LabelReading Mood);
