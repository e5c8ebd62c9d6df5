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
    public void EqualsAreAdmittedAndTheClearerGroupsTaken()
    {
        var advice = ClustererAdvice.For([Ran("dim", 0.805, silhouette: 0.1), Ran("clear", 0.8, silhouette: 0.2), Ran("other", 0.5, silhouette: 0.9)]);

        advice.Name.ShouldBe("clear");
        advice.AsGood.ShouldBe(["dim"]);
        advice.Reason.ShouldContain("dim is as good");
    }

    [Fact]
    public void WhatWasLeftOutOrFoundOneGroupIsNotRecommended()
    {
        var left = new ClustererFigures { Name = "left", LeftOut = "too many" };

        ClustererAdvice.For([left, Ran("one", 1, k: 1), Ran("two", 0.05, k: 2)]).Name.ShouldBe("two");
        ClustererAdvice.For([left, Ran("one", 0, k: 1)]).Name.ShouldBeNull();
    }

    private static ClustererFigures Ran(string name, double score, int k = 20, double silhouette = 0.1)
        => new() { Name = name, K = k, Stability = 1, Score = score, Silhouette = silhouette };
}
