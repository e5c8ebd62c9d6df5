using TextSeg.Nlp.Tokenizers.Pieces;

namespace TextSeg.Nlp.Tokenizers.Normalizers;

/// <summary>First stage: rewrites the text before it is cut (case, accents, Unicode form, white space).</summary>
internal abstract class Normalizer
{
    /// <summary>Rewrites every piece that is not yet a token.</summary>
    public abstract void Apply(PieceText text);
}
