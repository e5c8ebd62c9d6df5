namespace TextSeg.Nlp.Tokenizers.PostProcessors;

/// <summary>Last stage: puts special tokens around the text, gives type ids, trims offsets.</summary>
internal abstract class PostProcessor
{
    /// <summary>Special tokens added to one text, or to a pair.</summary>
    public abstract int CountSpecialTokens(bool isPair);

    /// <summary>Rebuilds the list of sequences that, one after the other, are the result.</summary>
    /// <param name="sequences">The text, then perhaps its pair; or what an earlier post-processor made of them.</param>
    /// <param name="addSpecialTokens">False to leave special tokens out; type ids are given all the same.</param>
    public abstract List<TokenSequence> Process(List<TokenSequence> sequences, bool addSpecialTokens);
}
