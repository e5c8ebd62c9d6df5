using TextSeg.Mining.Topics.Placement;

namespace TextSeg.Mining.Tests.Topics.Placement;

public sealed class NeighborVoteTests
{
    [Fact]
    public void TheGroupWithMostLikenessWins()
    {
        var (group, share) = NeighborVote.Of([4, 7, 7, 4, 7], [0.6f, 0.3f, 0.3f, 0.3f, 0.1f]);
        group.ShouldBe(4);
        share.ShouldBe(0.9 / 1.6, 1e-6);
    }

    [Fact]
    public void TheSameTextDecidesAlone() => NeighborVote.Of([2, 5, 5, 5], [0.99f, 0.9f, 0.9f, 0.9f]).ShouldBe((2, 1));

    [Fact]
    public void OfEqualsTheLowerGroupWins() => NeighborVote.Of([9, 3], [0.5f, 0.5f]).Group.ShouldBe(3);

    [Theory]
    [InlineData(new int[0], new float[0])]
    [InlineData(new[] { 3, 3 }, new[] { 0f, -0.2f })]
    public void WhereNothingIsAlikeThereIsNoGroup(int[] groups, float[] cosines) => NeighborVote.Of(groups, cosines).ShouldBe((-1, 0));

    [Fact]
    public void NeighboursInNoneVoteForNone() => NeighborVote.Of([-1, -1, 2], [0.5f, 0.4f, 0.5f]).Group.ShouldBe(-1);
}
