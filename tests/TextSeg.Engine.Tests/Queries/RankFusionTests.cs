using TextSeg.Engine.Queries;

namespace TextSeg.Engine.Tests.Queries;

public sealed class RankFusionTests
{
    [Fact]
    public void WhatBothRankingsFindBeatsWhatOneFinds() => RankFusion.Fuse([1, 2, 3], [4, 2, 5])[0].ShouldBe(2);

    [Fact]
    public void EqualScoresGoByTheLowerId() => RankFusion.Fuse([9], [4]).ShouldBe([4, 9]);

    [Fact]
    public void OneEmptyRankingLeavesTheOther() => RankFusion.Fuse([], [3, 1]).ShouldBe([3, 1]);
}
