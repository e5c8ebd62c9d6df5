using TextSeg.Nlp.Tokenizers.Pieces;

namespace TextSeg.Nlp.Tokenizers.PreTokenizers;

/// <summary>Second stage: cuts the text into pieces; no token of the model crosses the edge of a piece.</summary>
internal abstract class PreTokenizer
{
    /// <summary>Cuts every piece that is not yet a token.</summary>
    public abstract void Apply(PieceText text);
}
