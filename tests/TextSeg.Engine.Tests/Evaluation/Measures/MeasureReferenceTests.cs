using TextSeg.Engine.Evaluation.Measures;

namespace TextSeg.Engine.Tests.Evaluation.Measures;

/// <summary>Against scikit-learn's and SciPy's numbers; and a row of weight two is two rows.</summary>
public sealed class MeasureReferenceTests
{
    private const double Rounding = 1e-9;
    private static readonly MeasureReference Reference = MeasureReference.Read();
    private static readonly int[] Once = [.. Reference.Truth.Select(_ => 1)];

    [Fact]
    public void MacroF1AndRecallAreThoseOfScikitLearn()
    {
        var counts = LabelCounts.Of(Bits(Reference.Truth), Bits(Reference.Given), Once, 3);
        counts.MacroF1().ShouldBe(Reference.MacroF1, Rounding);
        counts.MacroRecall().ShouldBe(Reference.MacroRecall, Rounding);
    }

    [Fact]
    public void TheAreaUnderTheCurveIsThatOfScikitLearnWithEqualScoresToo() =>
        new AreaUnderCurve(Reference.Scores, Reference.Has).Of(Once).ShouldBe(Reference.Area, Rounding);

    [Fact]
    public void TheRankCorrelationIsThatOfSciPyWithEqualValuesToo() =>
        new RankCorrelation(Reference.Scores, Reference.Likeness).Of(Once).ShouldBe(Reference.Spearman, Rounding);

    [Fact]
    public void TheVMeasureIsThatOfScikitLearn() => new GroupAgreement(Reference.Given, Reference.Truth).Of(Once).ShouldBe(Reference.VMeasure, Rounding);

    [Fact]
    public void TheCalibrationErrorIsThatOfTheReference() =>
        new CalibrationError([.. Reference.Scores.Select(score => (float)score)], Reference.Has).Of(Once).ShouldBe(Reference.CalibrationError, 1e-6);

    [Fact]
    public void ARowThatCountsTwiceIsTwoRowsAndOneThatCountsNothingIsNone()
    {
        int[] weights = [.. Enumerable.Range(0, Once.Length).Select(row => row % 3)];
        int[] rows = [.. Enumerable.Range(0, Once.Length).SelectMany(row => Enumerable.Repeat(row, weights[row]))];
        int[] once = [.. rows.Select(_ => 1)];
        double[] scores = [.. rows.Select(row => Reference.Scores[row])];
        bool[] has = [.. rows.Select(row => Reference.Has[row])];
        int[] truth = [.. rows.Select(row => Reference.Truth[row])];
        int[] given = [.. rows.Select(row => Reference.Given[row])];

        new AreaUnderCurve(Reference.Scores, Reference.Has).Of(weights).ShouldBe(new AreaUnderCurve(scores, has).Of(once), Rounding);
        new RankCorrelation(Reference.Scores, Reference.Likeness).Of(weights).ShouldBe(new RankCorrelation(scores, [.. rows.Select(row => Reference.Likeness[row])]).Of(once), Rounding);
        new GroupAgreement(Reference.Given, Reference.Truth).Of(weights).ShouldBe(new GroupAgreement(given, truth).Of(once), Rounding);
        LabelCounts.Of(Bits(Reference.Truth), Bits(Reference.Given), weights, 3).MacroF1().ShouldBe(LabelCounts.Of(Bits(truth), Bits(given), once, 3).MacroF1(), Rounding);
        new CalibrationError([.. Reference.Scores.Select(score => (float)score)], Reference.Has).Of(weights)
            .ShouldBe(new CalibrationError([.. scores.Select(score => (float)score)], has).Of(once), Rounding);
    }

    private static ulong[] Bits(int[] labels) => Array.ConvertAll(labels, label => 1UL << label);
}
