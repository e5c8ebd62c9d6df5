using TextSeg.Mining.Neighbors;
using TextSeg.Mining.Neighbors.InvertedFile;
using TextSeg.Mining.Tests.Neighbors.InvertedFile;

namespace TextSeg.Mining.Tests.Neighbors;

public sealed class NeighborSearchTests
{
    private static readonly VectorTable Rows = ClusteredVectors.Unit(2000, 24, centres: 30, seed: 2);

    [Fact]
    public void UpToTheLimitEveryPairIsLookedAt()
    {
        var found = NeighborSearch.Find(Rows, 4, 2000, new ApproximateNeighborOptions());

        found.IsExact.ShouldBeTrue();
        found.Recall.ShouldBe(1);
        found.Table.Indices.ShouldBe(ExactNeighbors.Find(Rows, 4, 1).Indices);
    }

    [Fact]
    public void BeyondTheLimitTheRecallIsMeasured()
    {
        var found = NeighborSearch.Find(Rows, 4, 1999, new ApproximateNeighborOptions());

        found.IsExact.ShouldBeFalse();
        found.Recall.ShouldBeInRange(0.9, 1);
    }

    [Fact]
    public void AShortenedTableIsSearchedAsItsNumbers()
    {
        var shortened = QuantizedRows.From(Rows);

        var found = NeighborSearch.Find(new VectorTable(shortened), 4, 2000, new ApproximateNeighborOptions());

        found.Table.Indices.ShouldBe(ExactNeighbors.Find(shortened.Gather([.. Enumerable.Range(0, 2000)]), 4, 1).Indices);
    }
}
