using TextSeg.Mining.Clustering.KMeans;

namespace TextSeg.Mining.Tests.Clustering.KMeans;

public sealed class EmptyGroupsTests
{
    [Fact]
    public void AnEmptyGroupGetsTheRowFarthestFromItsCentroid()
    {
        int[] labels = [0, 0, 2, 2, 2];

        EmptyGroups.Refill(labels, [0.9f, 0.8f, 0.9f, 0.1f, 0.5f], 3).ShouldBe(3);

        labels.ShouldBe([0, 0, 2, 1, 2]);
    }

    [Fact]
    public void TwoEmptyGroupsGetTwoRows()
    {
        int[] labels = [3, 3, 3, 0];

        EmptyGroups.Refill(labels, [0.9f, 0.2f, 0.3f, 0.1f], 4).ShouldBe(4);

        labels.ShouldBe([3, 1, 2, 0]);
    }

    [Fact]
    public void AGroupIsNeverEmptiedToFillAnother()
    {
        int[] labels = [0, 2, 2];

        EmptyGroups.Refill(labels, [0.1f, 0.8f, 0.9f], 3);

        labels.ShouldBe([0, 1, 2]);
    }

    [Fact]
    public void WhereNoRowIsAwayFromItsCentroidEmptyGroupsAreDropped()
    {
        int[] labels = [1, 1, 3];

        EmptyGroups.Refill(labels, [1, 1, 1], 4).ShouldBe(2);

        labels.ShouldBe([0, 0, 1]);
    }
}
