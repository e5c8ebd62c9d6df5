using TextSeg.Mining.KeyPhrases;

namespace TextSeg.Engine.Topics;

/// <summary>What is known of a topic beside its size.</summary>
/// <param name="KeyPhrases">What tells it from its siblings, the strongest first.</param>
/// <param name="Exemplars">Posts that stand for it, unlike each other and by different authors.</param>
/// <param name="DistinctTexts">Different texts in it.</param>
public sealed record TopicFacts(IReadOnlyList<KeyPhrase> KeyPhrases, IReadOnlyList<long> Exemplars, int DistinctTexts);
