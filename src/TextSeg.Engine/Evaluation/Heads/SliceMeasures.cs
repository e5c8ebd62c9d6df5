using TextSeg.Engine.Evaluation.Measures;

namespace TextSeg.Engine.Evaluation.Heads;

/// <summary>Figures over some of the rows, for any weights of them.</summary>
internal sealed class SliceMeasures
{
    private const int CalibrationPlace = 5;
    private readonly int _labels;
    private readonly ulong[] _truth;
    private readonly ulong[] _given;
    private readonly bool[] _isRight;
    private readonly bool[] _isSure;
    private readonly AreaUnderCurve? _area;
    private readonly CalibrationError[] _calibrations;
    private readonly LanguageSlice[] _languages;

    public SliceMeasures(ScoredRows scored, int[] rows)
    {
        var space = scored.Space;
        _labels = space.Labels.Count;
        _truth = Array.ConvertAll(rows, row => scored.Truth[row]);
        _given = Array.ConvertAll(rows, scored.Given);
        _isRight = Array.ConvertAll(rows, scored.IsRight);
        _isSure = Array.ConvertAll(rows, row => scored.Answers[row].IsSure);
        _area = space.IsBinary ? new AreaUnderCurve(Array.ConvertAll(rows, row => (double)scored.Answers[row].Probabilities[0]), Array.ConvertAll(_truth, truth => truth == 1)) : null;
        _calibrations = space switch
        {
            { HasSeveral: true } => [.. Enumerable.Range(0, _labels).Select(label => scored.Calibration(label, rows))],
            { IsBinary: true } => [scored.Calibration(0, rows)],
            _ => [new CalibrationError(Array.ConvertAll(rows, row => scored.Answers[row].Probabilities.Max()), _isRight)],
        };
        _languages = [.. rows.Select((row, place) => (scored.Rows[row].Language, place)).GroupBy(pair => pair.Language, pair => pair.place, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => new LanguageSlice(
                [.. group], [.. group.Select(place => _truth[place])], [.. group.Select(place => _given[place])]))];
    }

    public SliceScores Score(string? source, string? language, Bootstrap bootstrap)
    {
        var figures = bootstrap.Of(Bootstrap.EachAlone(_truth.Length), Compute, CalibrationPlace);
        return new SliceScores(source, language, _truth.Length)
        {
            MacroF1 = figures[0],
            MacroRecall = figures[1],
            Accuracy = figures[2],
            ShareAnswered = figures[3],
            AccuracyAnswered = figures[4],
            CalibrationError = figures[CalibrationPlace],
            LanguagesF1 = figures[6],
            LanguagesRecall = figures[7],
            AreaUnderCurve = _area is null ? null : figures[8],
            Languages = _languages.Length,
        };
    }

    private double[] Compute(int[] weights)
    {
        double rows = 0, right = 0, sure = 0, sureAndRight = 0;
        for (var row = 0; row < weights.Length; row++)
        {
            rows += weights[row];
            right += _isRight[row] ? weights[row] : 0;
            sure += _isSure[row] ? weights[row] : 0;
            sureAndRight += _isSure[row] && _isRight[row] ? weights[row] : 0;
        }

        var whole = LabelCounts.Of(_truth, _given, weights, _labels);
        var (f1, recall) = _languages.Length == 1 ? (whole.MacroF1(), whole.MacroRecall()) : Languages(weights);
        return
        [
            whole.MacroF1(), whole.MacroRecall(), right / rows, sure / rows, sureAndRight / sure,
            _calibrations.Select(calibration => calibration.Of(weights)).Where(double.IsFinite).DefaultIfEmpty(double.NaN).Average(),
            f1, recall, _area?.Of(weights) ?? double.NaN,
        ];
    }

    private (double F1, double Recall) Languages(int[] weights)
    {
        var counts = Array.ConvertAll(_languages, slice => LabelCounts.Of(slice.Truth, slice.Given, Array.ConvertAll(slice.Places, place => weights[place]), _labels));
        return (Mean(counts, one => one.MacroF1()), Mean(counts, one => one.MacroRecall()));
    }

    // A language whose rows have no label at all has no figure and is left out.
    private static double Mean(LabelCounts[] counts, Func<LabelCounts, double> figure) =>
        counts.Select(figure).Where(double.IsFinite).DefaultIfEmpty(double.NaN).Average();

    private sealed record LanguageSlice(int[] Places, ulong[] Truth, ulong[] Given);
}
