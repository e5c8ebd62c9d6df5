using TextSeg.Mining.Clustering;
using TextSeg.Mining.Tests.Topics;

namespace TextSeg.Mining.Tests.Clustering;

public sealed class SilhouetteTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void EqualsTheDefinitionByPairs(int seed)
    {
        var rows = PlantedPosts.Make(seed, 1.2, 30, 20, 7, 1);
        var labels = PlantedPosts.Truth(30, 20, 7, 1);

        Silhouette.Of(rows, new Partition(labels, 4)).ShouldBe(ByPairs(rows, labels), 1e-5);
    }

    [Fact]
    public void OneGroupHasASilhouetteOfZero()
        => Silhouette.Of(PlantedPosts.Make(1, 1, 10), new Partition(new int[10], 1)).ShouldBe(0);

    [Fact]
    public void RowsInNoGroupDoNotCount()
    {
        var rows = PlantedPosts.Make(3, 1, 20, 20);
        var labels = PlantedPosts.Truth(20, 20);
        var all = Silhouette.Of(rows, new Partition(labels, 2));
        var more = new VectorTable(rows.Dimension, [.. rows.Values, .. rows[0], .. rows[1]]);

        Silhouette.Of(more, new Partition([.. labels, -1, -1], 2)).ShouldBe(all, 1e-6);
    }

    [Fact]
    public void ThreadsDoNotChangeABit()
    {
        var rows = PlantedPosts.Make(4, 1.2, 300, 200, 250);
        var groups = new Partition(PlantedPosts.Truth(300, 200, 250), 3);

        Silhouette.Of(rows, groups, 1).ShouldBe(Silhouette.Of(rows, groups, 2));
    }

    private static double ByPairs(VectorTable rows, int[] labels)
    {
        var groups = Enumerable.Range(0, rows.Count).GroupBy(row => labels[row]).ToArray();
        double sum = 0;
        for (var row = 0; row < rows.Count; row++)
        {
            var own = groups.Single(group => group.Key == labels[row]);
            if (own.Count() > 1)
            {
                var within = own.Where(other => other != row).Average(other => Distance(rows, row, other));
                var between = groups.Where(group => group.Key != labels[row]).Min(group => group.Average(other => Distance(rows, row, other)));
                sum += (between - within) / Math.Max(within, between);
            }
        }

        return sum / rows.Count;
    }

    private static double Distance(VectorTable rows, int a, int b)
        => 1 - Enumerable.Range(0, rows.Dimension).Sum(i => (double)rows[a][i] * rows[b][i]);
}
