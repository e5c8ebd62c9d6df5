namespace TextSeg.Nlp.Cleaning;

/// <summary>A block of code or of log lines inside a post.</summary>
/// <param name="Text">The block as written, without its fences or tags.</param>
/// <param name="Raw">Where the block is in the raw text, fences or tags included.</param>
public sealed record CodePassage(string Text, TextSpan Raw);
