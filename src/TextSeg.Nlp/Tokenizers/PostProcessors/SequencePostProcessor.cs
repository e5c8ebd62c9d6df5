namespace TextSeg.Nlp.Tokenizers.PostProcessors;

/// <summary>Several post-processors, one after the other.</summary>
internal sealed class SequencePostProcessor(IReadOnlyList<PostProcessor> steps) : PostProcessor
{
    public override int CountSpecialTokens(bool isPair) => steps.Sum(step => step.CountSpecialTokens(isPair));

    public override List<TokenSequence> Process(List<TokenSequence> sequences, bool addSpecialTokens) =>
        steps.Aggregate(sequences, (made, step) => step.Process(made, addSpecialTokens));
}
