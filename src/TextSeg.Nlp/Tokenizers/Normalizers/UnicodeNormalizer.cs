using System.Text;
using TextSeg.Nlp.Tokenizers.Pieces;

namespace TextSeg.Nlp.Tokenizers.Normalizers;

/// <summary>NFC, NFD, NFKC or NFKD (Unicode Standard Annex 15), keeping for every character where it came from.</summary>
internal sealed class UnicodeNormalizer(NormalizationForm form) : PieceNormalizer
{
    private readonly UnicodeDecomposition _decomposition = new(form is NormalizationForm.FormKC or NormalizationForm.FormKD);
    private readonly bool _compose = form is NormalizationForm.FormC or NormalizationForm.FormKC;

    protected override bool Changes(ReadOnlySpan<char> text) => !Ascii.IsValid(text) && !text.IsNormalized(form);

    protected override void Rewrite(TextRewriter rewriter)
    {
        var steps = rewriter.Steps;
        steps.Clear();
        _decomposition.Decompose(rewriter.Old, steps);
        if (_compose)
        {
            UnicodeComposition.Compose(steps);
        }

        foreach (var step in steps)
        {
            rewriter.Step(new Rune(step.CodePoint), step.Change);
        }
    }
}
