using TextSeg.Mining.Clustering.Hdbscan;
using TextSeg.Mining.Neighbors;
using TextSeg.Mining.Tests.Neighbors;

namespace TextSeg.Mining.Tests.Clustering.Hdbscan;

public sealed class CoreDistancesTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(9)]
    [InlineData(40)]
    public void ShortListsGiveTheSameAsLongOnes(int minSamples)
    {
        var rows = RandomVectors.Unit(60, 12, 3);

        var cosines = CoreDistances.CosinesOf(rows, ExactNeighbors.Find(rows, 3, 1), minSamples);

        cosines.ShouldBe(CoreDistances.CosinesOf(rows, ExactNeighbors.Find(rows, 59, 1), minSamples));
    }

    [Fact]
    public void TheRowItselfIsCounted()
    {
        var rows = new VectorTable(2, [1, 0, 0.6f, 0.8f, 0, 1]);

        var cosines = CoreDistances.CosinesOf(rows, ExactNeighbors.Find(rows, 2, 1), 2);

        cosines.ShouldBe([0.6f, 0.8f, 0.8f]);
    }

    [Fact]
    public void WhereThereAreFewerRowsTheFarthestCounts()
    {
        var rows = new VectorTable(2, [1, 0, 0.6f, 0.8f, 0, 1]);

        CoreDistances.CosinesOf(rows, ExactNeighbors.Find(rows, 2, 1), 10).ShouldBe([0f, 0.6f, 0f]);
    }
}
