using TextSeg.Mining.Relevance;

namespace TextSeg.Mining.Tests.Relevance;

public sealed class BackgroundTests
{
    [Theory]
    [InlineData(2.0, 0.022750131948)]
    [InlineData(3.0, 0.001349898032)]
    [InlineData(5.0, 2.866515719e-7)]
    public void TheShareAboveIsTheNormalUpperTail(double deviations, double share) =>
        new Background(Location: 0.1, Spread: 0.05).ShareAbove(0.1 + (0.05 * deviations)).ShouldBe(share, share * 1e-6);

    [Fact]
    public void RelevantPostsInTheHighestHundredthDoNotMoveIt()
    {
        float[] unrelated = [.. Enumerable.Range(0, 1000).Select(place => place / 1000f)];
        var plain = Background.Of(unrelated);

        var background = Background.Of([.. unrelated[..990], .. Enumerable.Repeat(5f, 10)]);

        background.ShouldBe(plain);
        plain.Location.ShouldBe(0.4995, 1e-4);
        plain.TailCosine.ShouldBe(0.969, 1e-3);
    }
}
