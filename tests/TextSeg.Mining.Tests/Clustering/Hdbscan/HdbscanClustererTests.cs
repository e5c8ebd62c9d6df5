using TextSeg.Mining.Clustering;
using TextSeg.Mining.Clustering.Hdbscan;
using TextSeg.Mining.Tests.Topics;

namespace TextSeg.Mining.Tests.Clustering.Hdbscan;

public sealed class HdbscanClustererTests
{
    [Fact]
    public void ClearGroupsAreFoundAndHoldUnderResampling()
    {
        var tree = new HdbscanClusterer(new HdbscanOptions { MinClusterSize = 10 }).Cluster(PlantedInput.Make(1, 0.5, 60, 40, 30));

        tree.Reader.Groups.Labels.ShouldBe(PlantedPosts.Truth(60, 40, 30));
        tree.Reader.Stability.ShouldBeGreaterThan(0.9);
        tree.Trust.ShouldAllBe(trust => trust > 0 && trust <= 1);
    }

    [Fact]
    public void LeavesAreALevelBelow()
    {
        var rows = DensityPoints.Of("nested");
        var neighbors = DensityPoints.Neighbors(rows);
        var input = new ClusteringInput(rows, DensityPoints.Keys(rows.Count), neighbors, NeighborGraph.Build(neighbors));

        var tree = new HdbscanClusterer(new HdbscanOptions { MinClusterSize = 8, MinSamples = 5 }).Cluster(input);

        tree.Levels.Length.ShouldBe(2);
        tree.ReaderLevel.ShouldBe(0);
        tree.Levels[1].Groups.Count.ShouldBeGreaterThan(tree.Reader.Groups.Count);
        tree.Levels[1].Parent.ShouldAllBe(parent => parent >= 0);
    }

    [Fact]
    public void ASingleNodeIsInNoGroup()
        => new HdbscanClusterer(new HdbscanOptions()).Cluster(PlantedInput.Make(1, 0.5, 1)).Reader.Groups.Count.ShouldBe(0);
}
