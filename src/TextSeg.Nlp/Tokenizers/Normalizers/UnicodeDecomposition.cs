using System.Collections.Concurrent;
using System.Text;
using TextSeg.Nlp.Tokenizers.Pieces;

namespace TextSeg.Nlp.Tokenizers.Normalizers;

/// <summary>Full decomposition with canonical ordering (Unicode Standard, section 3.11), as steps.</summary>
/// <param name="compatibility">True for the K forms.</param>
internal sealed class UnicodeDecomposition(bool compatibility)
{
    private readonly NormalizationForm _form = compatibility ? NormalizationForm.FormKD : NormalizationForm.FormD;
    private readonly ConcurrentDictionary<int, int[]> _known = new();

    public void Decompose(ReadOnlySpan<char> text, List<RewriteStep> steps)
    {
        var pending = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value < 0x80)
            {
                pending = 0;
                steps.Add(new RewriteStep(rune.Value, 0));
                continue;
            }

            var change = 0;
            foreach (var codePoint in _known.GetOrAdd(rune.Value, Expand))
            {
                Add(steps, new RewriteStep(codePoint, change), ref pending);
                change = 1;
            }
        }
    }

    /// <summary>Adds a step; a run of combining marks is kept sorted by class, equal classes in their order.</summary>
    /// <param name="pending">Length of the run of marks at the end of <paramref name="steps"/>.</param>
    private static void Add(List<RewriteStep> steps, RewriteStep step, ref int pending)
    {
        var combining = CombiningClasses.Of(step.CodePoint);
        var at = steps.Count;
        if (combining == 0)
        {
            pending = 0;
        }
        else
        {
            var first = at - pending++;
            while (at > first && CombiningClasses.Of(steps[at - 1].CodePoint) > combining)
            {
                at--;
            }
        }

        steps.Insert(at, step);
    }

    private int[] Expand(int codePoint)
    {
        var text = char.ConvertFromUtf32(codePoint).Normalize(_form);
        return [.. text.EnumerateRunes().Select(rune => rune.Value)];
    }
}
