using TextSeg.Engine.Evaluation.Measures;

namespace TextSeg.Engine.Tests.Evaluation.Measures;

public sealed class BootstrapTests
{
    private static readonly bool[] ThreeInTen = [.. Enumerable.Range(0, 400).Select(row => row % 10 < 3)];

    [Fact]
    public void TheIntervalOfAShareIsThatOfItsStandardError()
    {
        var estimate = new Bootstrap(1, 4_000).Of(Bootstrap.EachAlone(400), Share);
        var width = 1.96 * Math.Sqrt(0.3 * 0.7 / 400);
        estimate.Value.ShouldBe(0.3);
        estimate.Low!.Value.ShouldBe(0.3 - width, 0.01);
        estimate.High!.Value.ShouldBe(0.3 + width, 0.01);
    }

    [Fact]
    public void TheSameSeedGivesTheSameIntervalAndAnotherSeedAnother()
    {
        var estimate = new Bootstrap(1).Of(Bootstrap.EachAlone(400), Share);
        new Bootstrap(1).Of(Bootstrap.EachAlone(400), Share).ShouldBe(estimate);
        new Bootstrap(2).Of(Bootstrap.EachAlone(400), Share).ShouldNotBe(estimate);
    }

    [Fact]
    public void RowsDrawnTogetherWidenTheInterval()
    {
        var alone = new Bootstrap(1).Of(Bootstrap.EachAlone(400), Share);
        int[] blocks = [.. Enumerable.Range(0, 400).Select(row => ThreeInTen[row] ? row % 10 : 3 + (row / 10))];
        var together = new Bootstrap(1).Of(blocks, Share);
        (together.High - together.Low)!.Value.ShouldBeGreaterThan((alone.High - alone.Low)!.Value);
    }

    [Fact]
    public void NineteenRowsAreTooFewAndTwentyAreNot()
    {
        new Bootstrap(1).Of(Bootstrap.EachAlone(19), Share).ShouldBe(new Estimate(6 / 19.0, null, null));
        new Bootstrap(1).Of(Bootstrap.EachAlone(20), Share).Low.ShouldNotBeNull();
    }

    [Fact]
    public void AFigureThatCannotBeToldIsNull() => new Bootstrap(1).Of(Bootstrap.EachAlone(50), _ => double.NaN).ShouldBe(new Estimate(null, null, null));

    [Fact]
    public void AgreementOfGroupsLiesInItsIntervalThoughRepeatedRowsRaiseIt()
    {
        var random = new Random(3);
        int[] truth = [.. Enumerable.Range(0, 300).Select(row => row % 100)];
        int[] found = [.. truth.Select(label => random.NextDouble() < 0.6 ? label : random.Next(100))];
        var agreement = new GroupAgreement(found, truth);
        var plain = new Bootstrap(1).Of(Bootstrap.EachAlone(300), agreement.Of);
        plain.Low!.Value.ShouldBeGreaterThan(plain.Value!.Value, "which is why the bias is taken off");
        var estimate = new Bootstrap(1).LessBias(Bootstrap.EachAlone(300), agreement.Of);
        estimate.Value!.Value.ShouldBeInRange(estimate.Low!.Value, estimate.High!.Value);
    }

    [Fact]
    public void ACalibrationErrorLiesInItsIntervalThoughChanceInEachBinRaisesIt()
    {
        var random = new Random(4);
        float[] probabilities = [.. Enumerable.Range(0, 300).Select(row => (row + 0.5f) / 300)];
        bool[] cameTrue = Array.ConvertAll(probabilities, probability => random.NextDouble() < probability);
        var estimate = new Bootstrap(1).LessBias(Bootstrap.EachAlone(300), new CalibrationError(probabilities, cameTrue).Of);
        estimate.Value!.Value.ShouldBeInRange(estimate.Low!.Value, estimate.High!.Value);
        estimate.Low.Value.ShouldBeGreaterThanOrEqualTo(0);
    }

    [Fact]
    public void FewerThanAHundredDrawsAreRefused() => Should.Throw<ArgumentOutOfRangeException>(() => new Bootstrap(1, 99));

    private static double Share(int[] weights) => weights.Select((weight, row) => ThreeInTen[row] ? weight : 0).Sum() / (double)weights.Sum();
}
