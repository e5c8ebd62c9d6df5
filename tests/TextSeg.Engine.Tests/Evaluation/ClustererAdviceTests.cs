using TextSeg.Engine.Evaluation;

namespace TextSeg.Engine.Tests.Evaluation;

public sealed class ClustererAdviceTests
{
    [Fact]
    public void TheHighestScoreIsRecommendedHoweverStableOthersAre()
    {
        var advice = ClustererAdvice.For([Ran("huge", score: 0.02), Ran("fair", score: 0.54)]);

        (advice.Name, advice.AsGood.Count).ShouldBe(("fair", 0));
        advice.Reason.ShouldContain("0.54");
        advice.Reason.ShouldContain("the next is huge with 0.02");
    }

    [Fact]
    public void EqualsAreAdmitted()
    {
        var advice = ClustererAdvice.For([Ran("near", 0.8), Ran("best", 0.805), Ran("other", 0.5)]);

        advice.Name.ShouldBe("best");
        advice.AsGood.ShouldBe(["near"]);
        advice.Reason.ShouldContain("the next is other with 0.50. near is as good");
    }

    [Fact]
    public void WhatWasLeftOutOrFoundOneGroupIsNotRecommended()
    {
        var left = new ClustererFigures { Name = "left", LeftOut = "too many" };

        ClustererAdvice.For([left, Ran("one", 1, k: 1), Ran("two", 0.05, k: 2)]).Name.ShouldBe("two");
        ClustererAdvice.For([left, Ran("one", 0, k: 1)]).Name.ShouldBeNull();
    }

    private static ClustererFigures Ran(string name, double score, int k = 20)
        => new() { Name = name, K = k, Stability = 1, Score = score };
}
