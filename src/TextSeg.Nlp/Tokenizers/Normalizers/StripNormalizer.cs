using TextSeg.Nlp.Tokenizers.Pieces;

namespace TextSeg.Nlp.Tokenizers.Normalizers;

/// <summary>Drops white space at the ends.</summary>
internal sealed class StripNormalizer(bool left, bool right) : PieceNormalizer
{
    protected override bool Changes(ReadOnlySpan<char> text) => Kept(text).Length < text.Length;

    protected override void Rewrite(TextRewriter rewriter)
    {
        var old = rewriter.Old;
        rewriter.SkipUnits(left ? old.Length - old.TrimStart().Length : 0);
        rewriter.Keep(Kept(old).Length);
    }

    private ReadOnlySpan<char> Kept(ReadOnlySpan<char> text) =>
        (left, right) switch
        {
            (true, true) => text.Trim(),
            (true, false) => text.TrimStart(),
            (false, true) => text.TrimEnd(),
            _ => text,
        };
}
