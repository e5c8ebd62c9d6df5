namespace TextSeg.Nlp.Tokenizers.TokenModels;

/// <summary>A token the model found in a piece.</summary>
/// <param name="Id">Id in the vocabulary.</param>
/// <param name="Start">First UTF-16 unit, counted from the start of the piece.</param>
/// <param name="End">One past the last unit.</param>
/// <param name="Verbatim">True where the token is shown as the text itself and not as the vocabulary has it (unknown text in Unigram).</param>
internal readonly record struct ModelToken(int Id, int Start, int End, bool Verbatim = false);
