using TextSeg.Nlp.Tokenizers.Pieces;

namespace TextSeg.Nlp.Tokenizers.Normalizers;

/// <summary>Puts a fixed text before every text that is not empty.</summary>
internal sealed class PrependNormalizer(string content) : PieceNormalizer
{
    protected override bool Changes(ReadOnlySpan<char> text) => !text.IsEmpty;

    protected override void Rewrite(TextRewriter rewriter)
    {
        foreach (var rune in content.EnumerateRunes())
        {
            rewriter.InsertBefore(rune);
        }

        rewriter.Keep(rewriter.Old.Length);
    }
}
