using TextSeg.Mining.Clustering;
using TextSeg.Mining.Clustering.Hdbscan;
using TextSeg.Mining.Neighbors;
using TextSeg.Mining.Tests.Neighbors;
using TextSeg.Mining.Tests.Topics;

namespace TextSeg.Mining.Tests.Clustering.Hdbscan;

public sealed class HdbscanAlgorithmTests
{
    [Fact]
    public void DenseGroupsAreFoundAndWhatLiesOutsideHardlyBelongs()
    {
        var groups = PlantedPosts.Make(3, 0.4, 50, 40, 30);
        var rows = new VectorTable(32, [.. groups.Values, .. RandomVectors.Unit(20, 32, 4).Values]);

        var found = Run(rows, new HdbscanOptions { MinClusterSize = 10 });

        found.Groups.Count.ShouldBe(3);
        found.Groups.Labels[..120].ShouldBe(PlantedPosts.Truth(50, 40, 30));
        found.Strength[120..].Max().ShouldBeLessThan(found.Strength[..120].Min());
        found.OutlierScores[120..].Min().ShouldBeGreaterThan(found.OutlierScores[..120].Max());
    }

    [Fact]
    public void TheOrderOfRowsAndTheNumberOfThreadsDoNotShow()
    {
        var rows = PlantedPosts.Make(4, 0.9, 90, 70, 50, 30);
        var order = RandomVectors.Shuffled(rows.Count, 5);
        var keys = PlantedPosts.Keys(rows.Count);
        var (one, three) = (new HdbscanOptions { MinSamples = 4, Threads = 1 }, new HdbscanOptions { MinSamples = 4, Threads = 3 });

        var expected = HdbscanAlgorithm.Run(rows, keys, ExactNeighbors.Find(rows, 8, 1), one);
        var mixed = PlantedPosts.Reorder(rows, order);
        var found = HdbscanAlgorithm.Run(mixed, Array.ConvertAll(order, row => keys[row]), ExactNeighbors.Find(mixed, 8, 3), three);

        expected.Groups.Count.ShouldBeGreaterThan(1);
        ClusterAgreement.AdjustedRand(found.Groups.Labels, Array.ConvertAll(order, row => expected.Groups.Labels[row])).ShouldBe(1, 1e-12);
        found.Strength.ShouldBe(Array.ConvertAll(order, row => expected.Strength[row]));
        found.OutlierScores.ShouldBe(Array.ConvertAll(order, row => expected.OutlierScores[row]));
        found.Tree.Stability.ShouldBe(expected.Tree.Stability);
    }

    [Fact]
    public void EqualRowsAreOneClusterOnlyWhereThatIsAllowed()
    {
        var rows = new VectorTable(2, [.. Enumerable.Repeat(new[] { 0.6f, 0.8f }, 20).SelectMany(row => row)]);

        Run(rows, new HdbscanOptions { MinClusterSize = 5 }).Groups.Count.ShouldBe(0);
        var single = Run(rows, new HdbscanOptions { MinClusterSize = 5, AllowSingleCluster = true });

        single.Groups.Labels.ShouldAllBe(label => label == 0);
        single.Strength.ShouldAllBe(strength => strength == 1);
        single.OutlierScores.ShouldAllBe(score => score == 0);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void FewerRowsThanTheSmallestClusterAreNoise(int count)
    {
        var rows = RandomVectors.Unit(Math.Max(1, count), 8, 6);
        rows = new VectorTable(8, rows.Values[..(count * 8)]);

        var found = Run(rows, new HdbscanOptions { MinClusterSize = 5, MinSamples = 3, AllowSingleCluster = true });

        found.Groups.Count.ShouldBe(0);
        found.Groups.Labels.ShouldAllBe(label => label == -1);
        found.Strength.ShouldAllBe(strength => strength == 0);
        found.OutlierScores.ShouldAllBe(score => score >= 0 && score <= 1);
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    public void StrengthsScoresAndSizesStayInTheirRanges(int seed)
    {
        var rows = PlantedPosts.Make(seed, 1.2, 80, 50, 40, 9, 3);

        var found = Run(rows, new HdbscanOptions { MinClusterSize = 6, MinSamples = 1 + (seed % 4) });

        found.Strength.ShouldAllBe(strength => strength >= 0 && strength <= 1, $"seed {seed}");
        found.OutlierScores.ShouldAllBe(score => score >= 0 && score < 1, $"seed {seed}");
        found.Groups.Sizes().ShouldAllBe(size => size >= 6, $"seed {seed}");
        found.Stability.ShouldAllBe(stability => stability >= 0, $"seed {seed}");
        Enumerable.Range(0, rows.Count).ShouldAllBe(row => (found.Groups.Labels[row] < 0) == (found.Strength[row] == 0), $"seed {seed}");
    }

    [Fact]
    public void LeavesLieInsideTheClustersOfExcessOfMass()
    {
        var rows = DensityPoints.Of("nested");
        var mass = Run(rows, new HdbscanOptions { MinClusterSize = 8, MinSamples = 5 }).Groups;

        var leaves = Run(rows, new HdbscanOptions { MinClusterSize = 8, MinSamples = 5, Selection = ClusterSelectionMethod.Leaf }).Groups;

        leaves.Count.ShouldBeGreaterThan(mass.Count);
        leaves.Members().ShouldAllBe(members => members.Select(row => mass.Labels[row]).Distinct().Count() == 1 && mass.Labels[members[0]] >= 0);
    }

    [Fact]
    public void TheSmallestClusterGrowsWithTheRowsUnlessItIsSet()
    {
        var options = new HdbscanOptions();

        int[] sizes = [options.MinClusterSizeFor(20), options.MinClusterSizeFor(4_500), options.MinClusterSizeFor(1_000_000)];

        sizes.ShouldBe([5, 11, 100]);
        new HdbscanOptions { MinClusterSize = 7 }.MinClusterSizeFor(1_000_000).ShouldBe(7);
    }

    [Fact]
    public void EveryFaultOfTheOptionsIsSaid()
    {
        var options = new HdbscanOptions { MinClusterSize = 1, MinSamples = 0, Epsilon = -1, ExactRows = -1, Selection = (ClusterSelectionMethod)9 };

        var message = Should.Throw<ArgumentException>(() => Run(RandomVectors.Unit(3, 2, 1), options)).Message;

        message.Split(';').Length.ShouldBe(5);
    }

    [Fact]
    public void TheWorkCanBeStopped()
    {
        var rows = PlantedPosts.Make(8, 0.9, 200, 200);
        var neighbors = ExactNeighbors.Find(rows, 2, 1);

        Should.Throw<OperationCanceledException>(() => HdbscanAlgorithm.Run(
            rows, PlantedPosts.Keys(400), neighbors, new HdbscanOptions { MinSamples = 8 }, null, new CancellationToken(true)));
    }

    private static HdbscanResult Run(VectorTable rows, HdbscanOptions options)
        => HdbscanAlgorithm.Run(rows, DensityPoints.Keys(rows.Count), DensityPoints.Neighbors(rows), options);
}
