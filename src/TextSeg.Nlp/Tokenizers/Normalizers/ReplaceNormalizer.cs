using TextSeg.Nlp.Tokenizers.Pieces;

namespace TextSeg.Nlp.Tokenizers.Normalizers;

/// <summary>Writes a fixed text for every match of a pattern.</summary>
internal sealed class ReplaceNormalizer(TextPattern pattern, string content) : PieceNormalizer
{
    protected override bool Changes(ReadOnlySpan<char> text) => pattern.Matches(text);

    protected override void Rewrite(TextRewriter rewriter)
    {
        var at = 0;
        foreach (var match in pattern.Find(rewriter.Old))
        {
            rewriter.Keep(match.Start - at);
            rewriter.SkipUnits(match.Length);
            foreach (var rune in content.EnumerateRunes())
            {
                rewriter.Insert(rune);
            }

            at = match.End;
        }

        rewriter.Keep(rewriter.Old.Length - at);
    }
}
