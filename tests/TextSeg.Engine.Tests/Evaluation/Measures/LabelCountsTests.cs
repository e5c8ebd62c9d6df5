using TextSeg.Engine.Evaluation.Measures;

namespace TextSeg.Engine.Tests.Evaluation.Measures;

public sealed class LabelCountsTests
{
    [Fact]
    public void RowsMayHaveSeveralLabelsOrNone()
    {
        // Label 0: true in rows 0 and 1, given in 0 and 2. Label 1: true in 0 and 3, given in 0 and 3.
        var counts = LabelCounts.Of([0b11, 0b01, 0b00, 0b10], [0b11, 0b00, 0b01, 0b10], [1, 1, 1, 1], 2);
        counts.Precision(0).ShouldBe(0.5);
        counts.Recall(0).ShouldBe(0.5);
        counts.F1(0).ShouldBe(0.5);
        counts.F1(1).ShouldBe(1);
        counts.MacroF1().ShouldBe(0.75);
        counts.MacroRecall().ShouldBe(0.75);
    }

    [Fact]
    public void ALabelThatNoRowHasIsNotInTheMean()
    {
        var counts = LabelCounts.Of([0b001, 0b010], [0b001, 0b100], [1, 1], 3);
        counts.F1(2).ShouldBe(double.NaN);
        counts.MacroF1().ShouldBe(0.5, "one of the two labels that occur is always found, the other never");
    }

    [Fact]
    public void WithoutAnyTrueLabelThereIsNoFigure() => LabelCounts.Of([0], [1], [1], 1).MacroF1().ShouldBe(double.NaN);
}
