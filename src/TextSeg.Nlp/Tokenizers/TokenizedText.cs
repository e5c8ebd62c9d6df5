namespace TextSeg.Nlp.Tokenizers;

/// <summary>A text as tokens. All lists have one entry for each token; treat the arrays as read-only.</summary>
/// <param name="Ids">Ids in the vocabulary.</param>
/// <param name="Tokens">The tokens as text.</param>
/// <param name="TypeIds">0 for the first text and 1 for its pair, as the tokenizer's template says.</param>
/// <param name="AttentionMask">1 for a token, 0 for padding.</param>
/// <param name="Offsets">What each token covers, in Unicode code points of the text it came from; (0, 0) for special tokens and padding.</param>
public sealed record TokenizedText(int[] Ids, string[] Tokens, int[] TypeIds, int[] AttentionMask, TextSpan[] Offsets)
{
    /// <summary>Number of tokens, special tokens and padding included.</summary>
    public int Count => Ids.Length;
}
