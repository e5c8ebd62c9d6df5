using TextSeg.Mining.Clustering;
using TextSeg.Mining.Clustering.KMeans;
using TextSeg.Mining.Tests.Topics;

namespace TextSeg.Mining.Tests.Clustering.KMeans;

public sealed class SphericalKMeansTests
{
    [Fact]
    public void PlantedGroupsAreFoundWhenTheirNumberIsGiven()
    {
        int[] sizes = [60, 50, 40, 30, 20];

        var found = Run(PlantedPosts.Make(1, 0.8, sizes), new KMeansOptions { Groups = 5 });

        found.Groups.Labels.ShouldBe(PlantedPosts.Truth(sizes));
        found.Search.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(16)]
    public void TheNumberOfPlantedGroupsIsFoundBySilhouette(int groups)
    {
        int[] sizes = [.. Enumerable.Repeat(30, groups)];

        var found = Run(PlantedPosts.Make(2, 0.7, sizes), new KMeansOptions());

        found.Groups.Count.ShouldBe(groups);
        found.Search.Select(step => step.Groups).ShouldContain(groups);
    }

    [Fact]
    public void TheSearchOnASampleFindsTheSameNumber()
    {
        int[] sizes = [100, 100, 100, 100, 100];

        Run(PlantedPosts.Make(3, 0.7, sizes), new KMeansOptions { SearchRows = 200 }).Groups.Labels.ShouldBe(PlantedPosts.Truth(sizes));
    }

    [Fact]
    public void ASizeCountsLikeCopies()
    {
        var rows = PlantedPosts.Make(4, 1.5, 20, 20);
        int[] sizes = [.. Enumerable.Range(0, 40).Select(row => 1 + (row % 4))];
        int[] copies = [.. Enumerable.Range(0, 40).SelectMany(row => Enumerable.Repeat(row, sizes[row]))];

        var weighted = Fit(rows, sizes, [0, 20]);
        var copied = Fit(PlantedPosts.Reorder(rows, copies), null, [Array.IndexOf(copies, 0), Array.IndexOf(copies, 20)]);

        copied.Labels.ShouldBe(Array.ConvertAll(copies, row => weighted.Labels[row]));
        copied.Distance.ShouldBe(weighted.Distance, 1e-4);
    }

    [Fact]
    public void ThereAreNoMoreGroupsThanDifferentRows()
    {
        var rows = PlantedPosts.Reorder(PlantedPosts.Make(5, 1, 3), [0, 1, 2, 0, 1, 0, 0]);

        var found = Run(rows, new KMeansOptions { Groups = 6 });

        found.Groups.Labels.ShouldBe([0, 1, 2, 0, 1, 0, 0]);
    }

    [Fact]
    public void CentroidsStandInTheOrderOfTheGroups()
    {
        int[] sizes = [20, 40, 30];
        var rows = PlantedPosts.Make(6, 0.5, sizes);

        var found = Run(rows, new KMeansOptions { Groups = 3 });

        for (var row = 0; row < rows.Count; row++)
        {
            var cosines = Enumerable.Range(0, 3).Select(group => DotBlock.Dot(rows[row], found.Centroids[group])).ToArray();
            Array.IndexOf(cosines, cosines.Max()).ShouldBe(found.Groups.Labels[row]);
        }
    }

    [Fact]
    public void EveryRoundLowersTheDistances()
    {
        var rows = PlantedPosts.Make(7, 2, 60, 60, 60);

        var distances = Enumerable.Range(1, 8).Select(rounds => Fit(rows, null, [0, 1, 2, 3], rounds).Distance).ToArray();

        distances.ShouldBe(distances.OrderDescending());
        distances[^1].ShouldBeLessThan(distances[0]);
    }

    [Fact]
    public void AllFaultsOfTheOptionsAreSaidAtOnce()
    {
        var options = new KMeansOptions { Groups = 0, Starts = 0, MostRounds = 0, Tolerance = -1, FewestGroups = 1, MostGroups = 0, SearchRows = 1 };

        var message = Should.Throw<ArgumentException>(() => new SphericalKMeans(options)).Message;

        message.Split(';').Length.ShouldBe(7);
    }

    private static KMeansResult Run(VectorTable rows, KMeansOptions options) => new SphericalKMeans(options).Run(rows, PlantedPosts.Keys(rows.Count));

    private static KMeansFit Fit(VectorTable rows, int[]? sizes, int[] first, int rounds = 100)
    {
        var data = OrderedRows.Of(rows, PlantedPosts.Keys(rows.Count), sizes);
        return new KMeansRun(data, new KMeansOptions { Tolerance = 0, MostRounds = rounds }, CancellationToken.None).From(GroupMeans.Gather(rows, first));
    }
}
