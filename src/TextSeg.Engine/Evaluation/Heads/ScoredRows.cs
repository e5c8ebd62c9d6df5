using TextSeg.Engine.Evaluation.Measures;

namespace TextSeg.Engine.Evaluation.Heads;

/// <summary>Rows with what is true of them and what a classifier answered.</summary>
/// <param name="Space">The labels.</param>
/// <param name="Rows">The rows.</param>
/// <param name="Truth">What is true of each.</param>
/// <param name="Answers">What was answered.</param>
internal sealed record ScoredRows(LabelSpace Space, IReadOnlyList<HeadRow> Rows, ulong[] Truth, RowAnswer[] Answers)
{
    /// <summary>All figures.</summary>
    public SystemScores Score(string system, Bootstrap bootstrap)
    {
        int[] all = [.. Enumerable.Range(0, Rows.Count)];
        var languages = all.GroupBy(row => ((string?)null, (string?)Rows[row].Language));
        var sources = all.GroupBy(row => ((string?)Rows[row].Source, (string?)null));
        var both = all.GroupBy(row => ((string?)Rows[row].Source, (string?)Rows[row].Language));
        var groups = new[] { languages, sources, both }.SelectMany(groups => groups.OrderBy(group => group.Key.Item1, StringComparer.Ordinal).ThenBy(group => group.Key.Item2, StringComparer.Ordinal));
        return new SystemScores(
            system, new SliceMeasures(this, all).Score(null, null, bootstrap), new LabelMeasures(this).Score(bootstrap),
            [.. groups.Select(group => new SliceMeasures(this, [.. group]).Score(group.Key.Item1, group.Key.Item2, bootstrap))]);
    }

    /// <summary>Labels given to a row, of those that its source speaks of.</summary>
    public ulong Given(int row) => Answers[row].Given & Space.Judged(Rows[row]);

    /// <summary>Whether the first label given to a row is true.</summary>
    public bool IsRight(int row) => (Answers[row].First & Truth[row]) != 0;

    /// <summary>The calibration error of one label on some rows; their places in the list are the places of the weights.</summary>
    public CalibrationError Calibration(int label, int[] rows)
    {
        float[] probabilities = Array.ConvertAll(rows, row => Answers[row].Probabilities[label]);
        bool[] cameTrue = Array.ConvertAll(rows, row => ((Truth[row] >> label) & 1) == 1);
        int[] judged = [.. Enumerable.Range(0, rows.Length).Where(place => ((Space.Judged(Rows[rows[place]]) >> label) & 1) == 1)];
        return new CalibrationError(probabilities, cameTrue, judged);
    }
}
