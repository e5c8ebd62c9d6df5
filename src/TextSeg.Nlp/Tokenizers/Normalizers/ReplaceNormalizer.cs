using TextSeg.Nlp.Tokenizers.Pieces;

namespace TextSeg.Nlp.Tokenizers.Normalizers;

/// <summary>Writes a fixed text for every match of a pattern.</summary>
internal sealed class ReplaceNormalizer(TextPattern pattern, string content) : PieceNormalizer
{
    protected override bool Changes(ReadOnlySpan<char> text)
    {
        foreach (var match in pattern.Find(text))
        {
            if (!StaysTheSame(text, match))
            {
                return true;
            }
        }

        return false;
    }

    protected override void Rewrite(TextRewriter rewriter)
    {
        var at = 0;
        foreach (var match in pattern.Find(rewriter.Old))
        {
            if (StaysTheSame(rewriter.Old, match))
            {
                continue;
            }

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

    /// <summary>True for one character that is replaced by itself, such as a space by a space.</summary>
    private bool StaysTheSame(ReadOnlySpan<char> text, TextSpan match) =>
        match.Length == 1 && content.Length == 1 && text[match.Start] == content[0];
}
