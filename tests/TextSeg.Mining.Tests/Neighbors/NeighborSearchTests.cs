using TextSeg.Mining.Neighbors;

namespace TextSeg.Mining.Tests.Neighbors;

public sealed class NeighborSearchTests
{
    [Fact]
    public void UpTo200000RowsEveryPairIsLookedAt()
    {
        var table = RandomVectors.Unit(500, 8, seed: 2);

        var found = NeighborSearch.Find(table, 4, seed: 1, threads: 2);

        found.IsExact.ShouldBeTrue();
        found.Recall.ShouldBe(1);
        found.Table.Indices.ShouldBe(ExactNeighbors.Find(table, 4, 1).Indices);
        NeighborSearch.Find(QuantizedRows.From(table), 4, seed: 1, threads: 2).Table.Count.ShouldBe(500);
    }

    [Fact]
    public void BeyondThatTheRecallIsMeasured()
    {
        var table = InvertedFile.ClusteredVectors.Unit(NeighborSearch.ExactRows + 1, 4, centres: 300, seed: 2);

        var found = NeighborSearch.Find(table, 3, seed: 1, threads: 2);

        found.IsExact.ShouldBeFalse();
        found.Recall.ShouldBeInRange(0.9, 1);
    }
}
