namespace TextSeg.Nlp.Tokenizers.Pieces;

/// <summary>Takes the parts into which a piece is cut. Parts left out are dropped from the text.</summary>
internal sealed class PieceSink(AlignedText text, List<Piece> pieces)
{
    private Piece _whole;

    public void Open(in Piece whole) => _whole = whole;

    /// <summary>Takes a part; empty ones are dropped.</summary>
    /// <param name="start">First unit, counted from the start of the piece.</param>
    /// <param name="length">Units.</param>
    /// <param name="tokenId">Id when the part is an added token.</param>
    public void Add(int start, int length, int tokenId = -1)
    {
        if (length == 0)
        {
            return;
        }

        var first = _whole.Start + start;
        var origin = length == _whole.Length ? _whole.Origin : text.Origins[first].Start;
        pieces.Add(new Piece(first, first + length, origin, tokenId));
    }
}
