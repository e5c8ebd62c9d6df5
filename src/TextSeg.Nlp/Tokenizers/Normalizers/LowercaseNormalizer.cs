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
            if (MayChange(unit))
            {
                return true;
            }
        }

        return false;
    }

    protected override void Rewrite(TextRewriter rewriter)
    {
        var old = rewriter.Old;
        var kept = 0;
        for (var i = 0; i < old.Length; i++)
        {
            if (!MayChange(old[i]))
            {
                continue;
            }

            rewriter.Keep(i - kept);
            Rune.DecodeFromUtf16(old[i..], out var rune, out var length);
            if (rune.Value == CapitalIWithDot)
            {
                rewriter.Replace(new Rune('i'));
                rewriter.Insert(new Rune('\u0307'));
            }
            else
            {
                rewriter.Replace(Rune.ToLowerInvariant(rune));
            }

            i += length - 1;
            kept = i + 1;
        }

        rewriter.Keep(old.Length - kept);
    }

    private static bool MayChange(char unit) => unit < 128
        ? char.IsAsciiLetterUpper(unit)
        : char.ToLowerInvariant(unit) != unit || char.IsSurrogate(unit) || unit == CapitalIWithDot;
}
