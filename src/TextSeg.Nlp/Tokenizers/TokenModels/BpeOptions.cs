namespace TextSeg.Nlp.Tokenizers.TokenModels;

/// <summary>Settings of a byte-pair encoding, as tokenizer.json has them.</summary>
/// <param name="UnknownToken">For characters the vocabulary lacks; null: such characters are dropped.</param>
/// <param name="ContinuingPrefix">Put before every character of a piece but the first, when it is looked up.</param>
/// <param name="EndOfWordSuffix">Put after the last character of a piece, when it is looked up.</param>
/// <param name="FuseUnknown">One unknown token for neighbours that are unknown.</param>
/// <param name="ByteFallback">Unknown characters become tokens of single bytes, where the vocabulary has them.</param>
/// <param name="IgnoreMerges">A piece that is a token as a whole is not built up from merges.</param>
internal sealed record BpeOptions(
    string? UnknownToken = null,
    string? ContinuingPrefix = null,
    string? EndOfWordSuffix = null,
    bool FuseUnknown = false,
    bool ByteFallback = false,
    bool IgnoreMerges = false);
