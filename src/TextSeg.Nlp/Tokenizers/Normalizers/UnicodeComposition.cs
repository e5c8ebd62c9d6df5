using System.Collections.Concurrent;
using System.Text;
using TextSeg.Nlp.Tokenizers.Pieces;

namespace TextSeg.Nlp.Tokenizers.Normalizers;

/// <summary>Canonical composition (Unicode Standard, section 3.11, D117) of decomposed steps, in place.</summary>
internal static class UnicodeComposition
{
    private const int None = -1;
    private static readonly ConcurrentDictionary<(int First, int Second), int> Known = new();

    public static void Compose(List<RewriteStep> steps)
    {
        var starter = None;
        var lastClass = None;
        var kept = 0;
        foreach (var step in steps.ToArray())
        {
            var combining = CombiningClasses.Of(step.CodePoint);
            if (starter != None && lastClass < combining && Pair(steps[starter].CodePoint, step.CodePoint) is var composed and not None)
            {
                steps[starter] = new RewriteStep(composed, steps[starter].Change + step.Change - 1);
                continue;
            }

            if (combining == 0)
            {
                starter = kept;
                lastClass = None;
            }
            else
            {
                lastClass = combining;
            }

            steps[kept++] = step;
        }

        steps.RemoveRange(kept, steps.Count - kept);
    }

    private static int Pair(int first, int second) =>
        first < 0x80 && second < 0x80 ? None : Known.GetOrAdd((first, second), ComposePair);

    private static int ComposePair((int First, int Second) pair)
    {
        var text = (char.ConvertFromUtf32(pair.First) + char.ConvertFromUtf32(pair.Second)).Normalize(NormalizationForm.FormC);
        var first = Rune.GetRuneAt(text, 0);
        return first.Utf16SequenceLength == text.Length ? first.Value : None;
    }
}
