using TextSeg.Mining.Clustering;
using TextSeg.Mining.Clustering.KMeans;
using TextSeg.Mining.Tests.Topics;

namespace TextSeg.Mining.Tests.Clustering.KMeans;

public sealed class KMeansSeedingTests
{
    [Fact]
    public void TheFirstRowIsDrawnInProportionToItsSize()
    {
        var data = Data(PlantedPosts.Make(1, 1, 2), [1, 3]);

        var drawn = Enumerable.Range(0, 4000).Count(seed => Choose(data, 1, (ulong)seed)[0] == 1);

        // Four standard deviations around 3,000 are 110.
        drawn.ShouldBeInRange(2890, 3110);
    }

    [Fact]
    public void EveryPlantedGroupGetsAFirstCentroid()
    {
        int[] sizes = [50, 40, 30, 20, 10, 10];
        var truth = PlantedPosts.Truth(sizes);
        var data = Data(PlantedPosts.Make(2, 0.1, sizes), null);

        var started = Enumerable.Range(0, 20).Select(seed => Choose(data, 6, (ulong)seed).Select(row => truth[row]).Distinct().Count());

        started.Count(groups => groups == 6).ShouldBeGreaterThan(17);
    }

    [Fact]
    public void TheDrawHangsOnKeysNotOnPlaces()
    {
        var rows = PlantedPosts.Make(3, 1, 30, 30);
        int[] order = [.. Enumerable.Range(0, 60).OrderBy(row => row * 37 % 60)];
        var keys = PlantedPosts.Keys(60);
        var shuffled = OrderedRows.Of(PlantedPosts.Reorder(rows, order), Array.ConvertAll(order, row => keys[row]), null);

        var chosen = Choose(shuffled, 5, 9).Select(i => order[shuffled.Places[i]]);

        chosen.ShouldBe(Choose(Data(rows, null), 5, 9));
    }

    [Fact]
    public void EqualRowsAreNotDrawnTwice()
        => Choose(Data(PlantedPosts.Reorder(PlantedPosts.Make(4, 1, 2), [0, 0, 1, 0, 1]), null), 4, 1).Length.ShouldBe(2);

    private static OrderedRows Data(VectorTable rows, int[]? sizes) => OrderedRows.Of(rows, PlantedPosts.Keys(rows.Count), sizes);

    private static int[] Choose(OrderedRows data, int wanted, ulong seed) => new KMeansSeeding(data, 1, CancellationToken.None).Choose(wanted, seed);
}
