namespace TextSeg.Nlp.Tokenizers;

/// <summary>Which text of a pair loses tokens when both together are too long.</summary>
public enum TruncationStrategy
{
    /// <summary>The longer one until both fit.</summary>
    LongestFirst,

    /// <summary>Only the first text.</summary>
    OnlyFirst,

    /// <summary>Only the second text.</summary>
    OnlySecond,
}

/// <summary>How texts that are too long are cut.</summary>
/// <param name="MaxTokens">Tokens in the result at most, special tokens included; at least as many as the special tokens.</param>
/// <param name="Strategy">Which text of a pair is cut.</param>
/// <param name="FromLeft">True to cut the beginning and keep the end.</param>
public sealed record Truncation(int MaxTokens, TruncationStrategy Strategy = TruncationStrategy.LongestFirst, bool FromLeft = false);
