using TextSeg.Mining.Clustering;

namespace TextSeg.Mining.Tests.Clustering;

public sealed class SmallGroupsTests
{
    // Two triangles on a bridge, and a pair with no edge to the rest.
    private static readonly WeightedGraph Graph = PlantedGraph.FromEdges(8, (0, 1), (1, 2), (0, 2), (2, 3), (3, 4), (4, 5), (3, 5), (6, 7));

    [Fact]
    public void ASmallGroupJoinsTheGroupItHasMostEdgesWith()
        => Absorb([0, 0, 0, 2, 1, 1, 3, 3], 2).Labels.ShouldBe([0, 0, 0, 1, 1, 1, 2, 2]);

    [Fact]
    public void ASmallGroupWithoutEdgesOutwardsIsDissolved()
        => Absorb([0, 0, 0, 1, 1, 1, 2, 2], 3).Labels.ShouldBe([0, 0, 0, 1, 1, 1, -1, -1]);

    [Fact]
    public void SizesAreCountedInPosts()
        => SmallGroups.Absorb(Graph, new Partition([0, 0, 0, 1, 1, 1, 2, 2], 3), [1, 1, 1, 1, 1, 1, 9, 1], 3).Count.ShouldBe(3);

    [Fact]
    public void JoiningStaysWithinTheGroupsGiven()
    {
        var within = new Partition([0, 0, 0, 0, 1, 1, 1, 1], 2);

        var absorbed = SmallGroups.Absorb(Graph, new Partition([0, 0, 0, 2, 1, 1, 3, 3], 4), [1, 1, 1, 1, 1, 1, 1, 1], 2, within);

        absorbed.Labels[3].ShouldBe(absorbed.Labels[2]);
    }

    private static Partition Absorb(int[] labels, int smallest)
        => SmallGroups.Absorb(Graph, Partition.Canonical(labels), [1, 1, 1, 1, 1, 1, 1, 1], smallest);
}
