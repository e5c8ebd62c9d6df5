using TextSeg.Nlp.Classifiers;

namespace TextSeg.Engine.Evaluation.Heads.BagOfWords;

/// <summary>From which probability on a label is given.</summary>
internal static class LabelThresholds
{
    private const float Usual = 0.5f;

    /// <summary>For each label the threshold with the highest F1 on rows of their own, of equal ones the highest; 0.5 for a label that no row has.</summary>
    public static float[] Choose(LabelSpace space, IReadOnlyList<HeadRow> rows, IReadOnlyList<TextReading> readings) =>
        [.. Enumerable.Range(0, space.Head.Labels.Count).Select(label => Choose(
            [.. rows.Zip(readings).Where(pair => space.Truth(pair.First) is not null && ((space.Judged(pair.First) >> label) & 1) == 1)
                .Select(pair => (pair.Second.Heads[0].Probabilities[label], ((space.Truth(pair.First)!.Value >> label) & 1) == 1))]))];

    private static float Choose((float Probability, bool IsTrue)[] rows)
    {
        var allTrue = rows.Count(row => row.IsTrue);
        var (best, highest, given, both) = (Usual, 0.0, 0, 0);
        foreach (var same in rows.GroupBy(row => row.Probability).OrderByDescending(group => group.Key))
        {
            (given, both) = (given + same.Count(), both + same.Count(row => row.IsTrue));
            var f1 = 2.0 * both / (given + allTrue);
            (best, highest) = f1 > highest ? (same.Key, f1) : (best, highest);
        }

        return best;
    }
}
