namespace TextSeg.Nlp.Tokenizers.Pieces;

/// <summary>A stretch of the text under way that later stages treat by itself.</summary>
/// <param name="Start">First UTF-16 unit in <see cref="AlignedText"/>.</param>
/// <param name="End">One past the last unit.</param>
/// <param name="Origin">Code point of the original text where the piece began; what is inserted at the very start of a piece belongs there.</param>
/// <param name="TokenId">Id of the added token this piece is, or −1 where the model has yet to look at it.</param>
internal readonly record struct Piece(int Start, int End, int Origin, int TokenId = -1)
{
    public bool IsToken => TokenId >= 0;

    public int Length => End - Start;
}
