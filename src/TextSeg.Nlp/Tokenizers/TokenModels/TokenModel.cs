namespace TextSeg.Nlp.Tokenizers.TokenModels;

/// <summary>Third stage: turns a piece of text into tokens of a vocabulary. Safe to use from many threads.</summary>
internal abstract class TokenModel(Vocabulary vocabulary)
{
    public Vocabulary Vocabulary { get; } = vocabulary;

    /// <summary>True where looking a piece up among pieces met before is quicker than cutting it again.</summary>
    public virtual bool IsWorthRemembering => true;

    /// <summary>Adds the tokens of one piece, in order.</summary>
    /// <param name="piece">Not empty.</param>
    public abstract void Tokenize(ReadOnlySpan<char> piece, List<ModelToken> tokens);
}
