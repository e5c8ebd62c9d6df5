using TextSeg.Mining.Clustering;
using TextSeg.Mining.Topics;

namespace TextSeg.Mining.Tests.Clustering;

public sealed class ClustererChoiceTests
{
    public static TheoryData<string> Names => [.. ClustererCatalog.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void EveryNameGroupsPlantedPosts(string name)
    {
        var input = PlantedInput.Make(3, 0.5, 60, 50, 40);
        var clusterer = ClustererCatalog.Make(new ClustererChoice { Name = name }, new GraphClustererOptions { Threads = 1 });

        clusterer.Cluster(input).Reader.Groups.Count.ShouldBe(3);
    }

    [Fact]
    public void AnUnknownNameIsAnsweredWithTheKnownOnes()
        => new ClustererChoice { Name = "magic" }.Faults(null).ShouldHaveSingleItem().ShouldContain($"there is no clusterer magic: choose one of {string.Join(", ", ClustererCatalog.Names)}");

    [Theory]
    [InlineData("hdbscan")]
    [InlineData("dbscan")]
    public void ClusterersThatFindTheirOwnNumberAreGivenNone(string name)
        => new ClustererChoice { Name = name }.Faults(7).ShouldHaveSingleItem().ShouldContain($"{name} finds its own number of groups, so 7");

    [Fact]
    public void SettingsOfOtherClusterersAreAllRefusedAtOnce()
    {
        var fault = Should.Throw<ArgumentException>(() => new TopicFinder(new TopicOptions { Clusterer = new ClustererChoice { SmallestGroup = 1, Radius = 3 } }));

        fault.Message.ShouldContain("at least 2");
        fault.Message.ShouldContain("of hdbscan, not of graph");
        fault.Message.ShouldContain("at most 2");
        fault.Message.ShouldContain("of dbscan, not of graph");
    }

    [Fact]
    public void ChoicesReadTheSameOnlyWhereTheyAreTheSame()
    {
        new ClustererChoice().Describe(null).ShouldBe("graph");
        new ClustererChoice { Name = "kmeans" }.Describe(40).ShouldBe("kmeans, k 40");
        new ClustererChoice { Name = "dbscan", Radius = 0.25 }.Describe(null).ShouldBe("dbscan, radius 0.25");
        new ClustererChoice { Name = "hdbscan", SmallestGroup = 9 }.Describe(null).ShouldBe("hdbscan, at least 9");
    }
}
