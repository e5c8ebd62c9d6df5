using System.Text;
using TextSeg.Nlp.Tokenizers.Pieces;

namespace TextSeg.Nlp.Tokenizers.Normalizers;

/// <summary>Lower case, character by character: no rule looks at neighbours (capital sigma is always σ).</summary>
internal sealed class LowercaseNormalizer : PieceNormalizer
{
    private const int CapitalIWithDot = 0x130;

    protected override bool Changes(ReadOnlySpan<char> text)
    {
        foreach (var unit in text)
        {
            if (unit > 127 ? char.ToLowerInvariant(unit) != unit || char.IsSurrogate(unit) || unit == CapitalIWithDot : char.IsAsciiLetterUpper(unit))
            {
                return true;
            }
        }

        return false;
    }

    protected override void Rewrite(TextRewriter rewriter)
    {
        foreach (var rune in rewriter.Old.EnumerateRunes())
        {
            if (rune.Value == CapitalIWithDot)
            {
                rewriter.Replace(new Rune('i'));
                rewriter.Insert(new Rune('\u0307'));
            }
            else
            {
                rewriter.Replace(Rune.ToLowerInvariant(rune));
            }
        }
    }
}
