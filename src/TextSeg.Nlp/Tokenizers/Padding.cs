namespace TextSeg.Nlp.Tokenizers;

/// <summary>How short results are filled up.</summary>
/// <param name="Id">Id of the padding token.</param>
/// <param name="Token">The padding token.</param>
/// <param name="TypeId">Type id of padding; 0 by default.</param>
/// <param name="Length">Tokens to fill up to; null: the longest result of the batch.</param>
/// <param name="MultipleOf">The length is rounded up to a multiple of this, at least 1; null: not rounded.</param>
/// <param name="OnLeft">True to put padding before the text.</param>
public sealed record Padding(int Id, string Token, int TypeId = 0, int? Length = null, int? MultipleOf = null, bool OnLeft = false);
