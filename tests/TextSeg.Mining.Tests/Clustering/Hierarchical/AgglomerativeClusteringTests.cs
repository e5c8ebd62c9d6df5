using TextSeg.Mining.Clustering.Hierarchical;
using TextSeg.Mining.Tests.Topics;

namespace TextSeg.Mining.Tests.Clustering.Hierarchical;

public sealed class AgglomerativeClusteringTests
{
    [Theory]
    [InlineData(Linkage.Average)]
    [InlineData(Linkage.Ward)]
    public void ClearGroupsAreCutAtTheirGap(Linkage linkage)
    {
        int[] sizes = [50, 40, 30, 20];

        Run(PlantedPosts.Make(1, 0.4, sizes), new AgglomerativeOptions { Linkage = linkage }).Groups.Labels.ShouldBe(PlantedPosts.Truth(sizes));
    }

    [Fact]
    public void GroupsWithoutAClearGapAreCutBySilhouette()
    {
        int[] sizes = [.. Enumerable.Repeat(30, 16)];

        var found = Run(PlantedPosts.Make(2, 0.9, sizes), new AgglomerativeOptions { ClearGap = 100 });

        found.Groups.Count.ShouldBeInRange(14, 16);
    }

    [Fact]
    public void TheWantedNumberIsGiven()
        => Run(PlantedPosts.Make(3, 1, 40, 40), new AgglomerativeOptions { Groups = 7 }).Groups.Count.ShouldBe(7);

    [Fact]
    public void MoreNodesThanAllowedAreRefusedWithAWayOut()
    {
        var rows = PlantedPosts.Make(4, 1, 11);

        Should.Throw<ArgumentException>(() => Run(rows, new AgglomerativeOptions { MostNodes = 10 })).Message.ShouldContain("at most 10 texts and there are 11; group by graph");
    }

    [Fact]
    public void AllFaultsOfTheOptionsAreSaidAtOnce()
    {
        var options = new AgglomerativeOptions { Linkage = (Linkage)9, Groups = 0, FewestGroups = 1, MostGroups = 0, ClearGap = 0, MostNodes = 1 };

        Should.Throw<ArgumentException>(() => new AgglomerativeClustering(options)).Message.Split(';').Length.ShouldBe(6);
    }

    private static AgglomerativeResult Run(VectorTable rows, AgglomerativeOptions options)
        => new AgglomerativeClustering(options).Run(rows, PlantedPosts.Keys(rows.Count));
}
