using TextSeg.Mining.KeyPhrases;

namespace TextSeg.Engine.Topics;

/// <summary>What is known of a topic beside its size.</summary>
/// <param name="KeyPhrases">What tells it from its siblings, the strongest first.</param>
/// <param name="Exemplars">Posts that stand for it, unlike each other and by different authors.</param>
/// <param name="DistinctTexts">Different texts in it.</param>
public sealed record TopicFacts(IReadOnlyList<KeyPhrase> KeyPhrases, IReadOnlyList<long> Exemplars, int DistinctTexts)
{
    /// <summary>The name that a person gave; null where the name is made of its words.</summary>
    public string? GivenName { get; init; }

    /// <summary>Whether its posts were changed by hand; its steadiness is then that of the topic it was found as.</summary>
    public bool ChangedByHand { get; init; }
}
