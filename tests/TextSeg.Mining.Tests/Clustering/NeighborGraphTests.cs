using TextSeg.Mining.Clustering;
using TextSeg.Mining.Neighbors;

namespace TextSeg.Mining.Tests.Clustering;

public sealed class NeighborGraphTests
{
    [Fact]
    public void WeightsAreSquaredCosinesSummedOverBothDirections()
    {
        var graph = NeighborGraph.Build(new NeighborTable(1, [1, 0, 0], [0.5f, 0.5f, 0.8f]));

        graph.Offsets.ShouldBe([0, 2, 3, 4]);
        graph.Targets.ShouldBe([1, 2, 0, 0]);
        graph.Weights.ShouldBe([0.5f, 0.64f, 0.5f, 0.64f], 1e-6);
        graph.TotalStrength.ShouldBe(2 * 1.14, 1e-6);
    }

    [Fact]
    public void OppositesAndMissingNeighborsGiveNoEdge()
        => NeighborGraph.Build(new NeighborTable(2, [1, -1, 0, -1], [-0.2f, 0, -0.2f, 0])).Targets.ShouldBeEmpty();

    [Fact]
    public void NeighborsByOneAuthorBeyondTheCapCountLess()
    {
        var table = new NeighborTable(3, [1, 2, 3, -1, -1, -1, -1, -1, -1, -1, -1, -1], [1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0]);

        var graph = NeighborGraph.Build(table, authorOf: [9, 4, 4, 4], authorCap: 1);

        graph.Weights[..3].ShouldBe([1, 1 / 2f, 1 / 3f], 1e-6);
    }

    [Fact]
    public void NoNeighborsGiveNoGraph() => NeighborGraph.Build(new NeighborTable(15, [], [])).Count.ShouldBe(0);
}
