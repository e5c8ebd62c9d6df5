using TextSeg.Engine.Evaluation.Masking;
using TextSeg.Engine.Samples;

namespace TextSeg.Engine.Tests.Evaluation.Masking;

public sealed class MaskingTestTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void PlantedPersonalDataIsMaskedAndLittleElse()
    {
        var score = MaskingTest.Run(new SampleOptions { Members = 600, Posts = 6_000, Seed = 11 }, Cancellation);
        score.Posts.ShouldBe(6_000);
        score.Kinds.Select(kind => kind.Kind).ShouldBe(["address", "card", "email", "handle", "iban", "ip", "phone"]);
        score.Kinds.ShouldAllBe(kind => kind.Planted > 0 && kind.Masked + kind.Partly <= kind.Planted);
        foreach (var kind in score.Kinds)
        {
            kind.Recall.ShouldBeGreaterThanOrEqualTo(kind.Kind == "address" ? 0.8 : 0.98, kind.Kind);
        }

        (score.MaskedWords / (double)score.Words).ShouldBeLessThan(0.0005);
    }

    [Fact]
    public void FaultsOfTheSampleAreSaid() =>
        Should.Throw<JobException>(() => MaskingTest.Run(new SampleOptions { Members = 0 }, Cancellation)).IsWrongUse.ShouldBeTrue();
}
