using TextSeg.Engine.Evaluation.Measures;

namespace TextSeg.Engine.Evaluation.Heads;

/// <summary>Figures label by label, over all rows.</summary>
internal sealed class LabelMeasures(ScoredRows scored)
{
    public IReadOnlyList<LabelScores> Score(Bootstrap bootstrap)
    {
        int[] rows = [.. Enumerable.Range(0, scored.Rows.Count)];
        ulong[] given = Array.ConvertAll(rows, scored.Given);
        var labels = scored.Space.Labels;
        int[] once = [.. rows.Select(_ => 1)];
        var counts = LabelCounts.Of(scored.Truth, given, once, labels.Count);
        var estimates = bootstrap.Of(rows, weights =>
        {
            var drawn = LabelCounts.Of(scored.Truth, given, weights, labels.Count);
            return [.. labels.Select((_, label) => drawn.F1(label))];
        });
        return [.. labels.Select((label, place) => new LabelScores(
            label, counts.TrueRows(place), counts.Precision(place), Finite(counts.Recall(place)), estimates[place], Finite(scored.Calibration(place, rows).Of(once))))];
    }

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;
}
