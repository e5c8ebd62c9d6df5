using TextSeg.Mining.Clustering;
using TextSeg.Mining.Neighbors;
using TextSeg.Mining.Tests.Topics;

namespace TextSeg.Mining.Tests.Clustering;

public sealed class GroupSplitsTests
{
    [Fact]
    public void ASmallGroupSwallowedByALargeOneIsSplitOff()
    {
        var rows = PlantedPosts.Make(3, 0.6, 200, 25, 200, 200);
        var truth = PlantedPosts.Truth(200, 25, 200, 200);
        var swallowed = new Partition(Array.ConvertAll(truth, topic => topic is 0 or 1 ? 0 : topic - 1), 3);

        var split = Run(rows, swallowed);

        split.Groups.Count.ShouldBe(4);
        ClusterAgreement.AdjustedRand(split.Groups.Labels, truth).ShouldBeGreaterThan(0.99);
        split.StabilityWithin.Count(stability => stability < 1).ShouldBeLessThanOrEqualTo(2);
    }

    [Fact]
    public void GroupsWithoutPartsStayWhole()
    {
        var rows = PlantedPosts.Make(4, 0.9, 150, 150, 100);
        var groups = new Partition(PlantedPosts.Truth(150, 150, 100), 3);

        var split = Run(rows, groups);

        split.Groups.Labels.ShouldBe(groups.Labels);
        split.Origin.ShouldBe([0, 1, 2]);
        split.StabilityWithin.ShouldBe([1, 1, 1]);
    }

    [Fact]
    public void RowsInNoGroupStayInNone()
    {
        var rows = PlantedPosts.Make(5, 0.6, 60, 60);
        var labels = PlantedPosts.Truth(60, 60);
        labels[7] = -1;

        Run(rows, new Partition(labels, 2)).Groups.Labels[7].ShouldBe(-1);
    }

    private static SplitResult Run(VectorTable rows, Partition groups)
    {
        var graph = NeighborGraph.Build(ExactNeighbors.Find(rows, 15, 1));
        var sizes = Array.ConvertAll(groups.Labels, _ => 1);
        return new GroupSplits(graph, rows, PlantedPosts.Keys(rows.Count), sizes, 5, new GraphClustererOptions()).Run(groups, null, default);
    }
}
