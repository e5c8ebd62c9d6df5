using TextSeg.Mining.Topics;

namespace TextSeg.Mining.Tests.Topics;

public sealed class TopicResamplingTests
{
    [Fact]
    public void ClearTopicsAreFoundAgainInSamples()
    {
        var input = new TopicInput(PlantedPosts.Make(1, 0.6, 50, 50, 50, 50, 50));
        var options = new TopicOptions();

        var held = TopicResampling.Measure(input, new TopicFinder(options).Find(input), options, samples: 2);

        held.Agreement.ShouldBeGreaterThan(0.95);
        held.CoreAgreement.ShouldBeGreaterThanOrEqualTo(held.Agreement - 0.01);
        held.Counts.ShouldBe([5, 5]);
    }

    [Fact]
    public void NoiseIsNotFoundAgain()
    {
        var input = new TopicInput(PlantedPosts.Make(2, 8, 300));
        var options = new TopicOptions();

        TopicResampling.Measure(input, new TopicFinder(options).Find(input), options, samples: 2).Agreement.ShouldBeLessThan(0.6);
    }
}
