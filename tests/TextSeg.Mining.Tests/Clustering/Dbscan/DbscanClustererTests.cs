using TextSeg.Mining.Clustering.Dbscan;
using TextSeg.Mining.Tests.Topics;

namespace TextSeg.Mining.Tests.Clustering.Dbscan;

public sealed class DbscanClustererTests
{
    [Fact]
    public void ClearGroupsAreFoundWithoutBeingToldTheDistance()
    {
        var tree = new DbscanClusterer(new DbscanOptions()).Cluster(PlantedInput.Make(1, 0.5, 60, 40, 30));

        tree.Levels.Length.ShouldBe(1);
        tree.Reader.Groups.Count.ShouldBe(3);
        var truth = PlantedPosts.Truth(60, 40, 30);
        Enumerable.Range(0, 130).ShouldAllBe(row => tree.Reader.Groups.Labels[row] == truth[row] || tree.Reader.Groups.Labels[row] < 0);
        tree.Reader.Stability.ShouldBeGreaterThan(0.8);
    }

    [Fact]
    public void ASingleNodeIsInNoGroup()
        => new DbscanClusterer(new DbscanOptions()).Cluster(PlantedInput.Make(1, 0.5, 1)).Reader.Groups.Count.ShouldBe(0);
}
