namespace TextSeg.Nlp.Tokenizers.Pieces;

/// <summary>One character of a rewritten piece.</summary>
/// <param name="CodePoint">What is written.</param>
/// <param name="Change">1: inserted; 0: in the place of the next old character; −n: so, and n old characters more are dropped.</param>
internal readonly record struct RewriteStep(int CodePoint, int Change);
