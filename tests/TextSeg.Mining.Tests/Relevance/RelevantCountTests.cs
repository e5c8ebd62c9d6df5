using TextSeg.Mining.Relevance;

namespace TextSeg.Mining.Tests.Relevance;

public sealed class RelevantCountTests
{
    private readonly RelevantCount _count = new(posts: 5000);

    [Fact]
    public void WhatTheBackgroundExplainsIsNotRelevant()
    {
        _count.Mean(1, 0.7).ShouldBeLessThan(0.3);
        _count.Mean(50, 50).ShouldBeLessThan(2);
        _count.Mean(3, 400).ShouldBeLessThan(0.1);
    }

    [Fact]
    public void WhatItCannotExplainIs()
    {
        _count.Mean(1, 1e-4).ShouldBe(1, 0.01);
        _count.Mean(60, 20).ShouldBe(40, 2);
        _count.Mean(20_000, 1000).ShouldBe(19_000, 5);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1e-300)]
    [InlineData(1e6)]
    public void StaysWithinTheHits(double expected)
    {
        foreach (var hits in new[] { 1, 10, 1000 })
        {
            _count.Mean(hits, expected).ShouldBeInRange(0, hits);
        }
    }
}
