using TextSeg.Engine.Evaluation.Measures;

namespace TextSeg.Engine.Tests.Evaluation.Measures;

public sealed class CalibrationErrorTests
{
    [Fact]
    public void NineInTenTrueAtNineTenthsIsNoError() => Error([.. Enumerable.Repeat(0.9f, 10)], [.. Enumerable.Range(0, 10).Select(row => row > 0)]).ShouldBe(0, 1e-6);

    [Fact]
    public void HalfTrueAtNineTenthsIsAnErrorOfFourTenths() => Error([.. Enumerable.Repeat(0.9f, 10)], [.. Enumerable.Range(0, 10).Select(row => row < 5)]).ShouldBe(0.4, 1e-6);

    [Fact]
    public void BinsAreWeighedByTheirRows() =>
        Error([0.1f, 0.9f, 0.9f, 0.9f], [false, true, true, true]).ShouldBe((0.1 + (3 * 0.1)) / 4, 1e-6);

    [Fact]
    public void TooHighAndTooLowInOneBinCancelAndInTwoDoNot()
    {
        Error([0.5f, 0.5f], [true, false]).ShouldBe(0, 1e-6);
        Error([0.2f, 0.8f], [true, false]).ShouldBe(0.8, 1e-6);
    }

    [Fact]
    public void ZeroAndOneAreInTheFirstAndTheLastBin() => Error([0f, 1f], [false, true]).ShouldBe(0, 1e-6);

    [Fact]
    public void OnlyTheRowsNamedCount() => new CalibrationError([0.9f, 0.2f], [true, true], [0]).Of([1, 1]).ShouldBe(0.1, 1e-6);

    private static double Error(float[] probabilities, bool[] cameTrue) => new CalibrationError(probabilities, cameTrue).Of([.. probabilities.Select(_ => 1)]);
}
