using TextSeg.Engine.Evaluation;

namespace TextSeg.Engine.Tests.Evaluation;

public sealed class ClustererAdviceTests
{
    [Fact]
    public void OneHugeGroupIsNeverRecommendedHoweverStable()
    {
        var advice = ClustererAdvice.For([Ran("huge", stability: 1, sorted: 0.02, k: 2), Ran("fair", stability: 0.6, sorted: 0.9)]);

        (advice.Name, advice.AsGood.Count).ShouldBe(("fair", 0));
        advice.Reason.ShouldContain("0.54");
        advice.Reason.ShouldContain("against 0.02 of huge");
    }

    [Fact]
    public void GroupsOfFewPostsAreNotRecommendedOverGroupsOfAll()
        => ClustererAdvice.For([Ran("few", stability: 0.9, sorted: 0.4), Ran("all", stability: 0.7, sorted: 0.95)]).Name.ShouldBe("all");

    [Fact]
    public void EqualsAreAdmittedAndTheClearerGroupsTaken()
    {
        var advice = ClustererAdvice.For(
            [Ran("dim", stability: 0.805, sorted: 1, silhouette: 0.1), Ran("clear", stability: 0.8, sorted: 1, silhouette: 0.2), Ran("other", stability: 0.5, sorted: 1)]);

        advice.Name.ShouldBe("clear");
        advice.AsGood.ShouldBe(["dim"]);
        advice.Reason.ShouldContain("dim is as good");
    }

    [Fact]
    public void WhatWasLeftOutOrFoundOneGroupIsNotRecommended()
    {
        var left = new ClustererFigures { Name = "left", LeftOut = "too many" };

        ClustererAdvice.For([left, Ran("one", stability: 1, sorted: 1, k: 1), Ran("two", stability: 0.1, sorted: 0.5, k: 2)]).Name.ShouldBe("two");
        ClustererAdvice.For([left, Ran("one", stability: 1, sorted: 0, k: 1)]).Name.ShouldBeNull();
    }

    private static ClustererFigures Ran(string name, double stability, double sorted, int k = 20, double silhouette = 0.1)
        => new() { Name = name, K = k, Stability = stability, ShareSorted = sorted, Silhouette = silhouette };
}
