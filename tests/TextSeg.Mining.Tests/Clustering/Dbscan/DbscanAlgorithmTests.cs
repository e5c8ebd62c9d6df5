using TextSeg.Mining.Clustering;
using TextSeg.Mining.Clustering.Dbscan;
using TextSeg.Mining.Neighbors;
using TextSeg.Mining.Tests.Clustering.Hdbscan;
using TextSeg.Mining.Tests.Neighbors;
using TextSeg.Mining.Tests.Topics;

namespace TextSeg.Mining.Tests.Clustering.Dbscan;

public sealed class DbscanAlgorithmTests
{
    [Fact]
    public void ARowAtTheBorderBelongsToItsNearestCoreRow()
    {
        // Two heaps of three on a circle, at 0 to 10 and at 50 to 60 degrees, and one row at 28 degrees within reach of one core row of each.
        var rows = Circle(0, 5, 10, 50, 55, 60, 28);

        var found = DbscanAlgorithm.Run(rows, Keys(7), ExactNeighbors.Find(rows, 6, 1), new DbscanOptions { Epsilon = Chord(22.5), MinPoints = 4 });

        found.IsCore.ShouldBe([false, false, true, true, false, false, false]);
        found.Groups.Labels.ShouldBe([0, 0, 0, 1, 1, 1, 0]);
        found.Strength[2].ShouldBe(1);
        found.Strength[6].ShouldBeInRange(0.5f, 0.99f);
    }

    [Fact]
    public void TheLowestKeyDecidesBetweenCoreRowsEquallyNear()
    {
        // Four rows on either side of the first axis, the inner one of each side equally near to the row on the axis.
        var up = Circle(20, 30, 30, 30);
        float[] down = [.. up.Values.Select((value, place) => place % 2 == 0 ? value : -value)];
        var rows = new VectorTable(2, [.. up.Values, .. down, 1, 0]);
        var neighbors = ExactNeighbors.Find(rows, 8, 1);
        var options = new DbscanOptions { Epsilon = Chord(22), MinPoints = 4 };

        var first = DbscanAlgorithm.Run(rows, Keys(9), neighbors, options).Groups.Labels;
        var second = DbscanAlgorithm.Run(rows, [.. Keys(9).Reverse()], neighbors, options).Groups.Labels;

        first[8].ShouldBe(first[0]);
        second[8].ShouldBe(second[4]);
        first[0].ShouldNotBe(first[4]);
    }

    [Fact]
    public void TheOrderOfRowsAndTheNumberOfThreadsDoNotShow()
    {
        var rows = PlantedPosts.Make(4, 0.9, 90, 70, 50, 30);
        var order = RandomVectors.Shuffled(rows.Count, 5);
        var keys = PlantedPosts.Keys(rows.Count);

        var expected = DbscanAlgorithm.Run(rows, keys, ExactNeighbors.Find(rows, 8, 1), new DbscanOptions { Threads = 1 });
        var mixed = PlantedPosts.Reorder(rows, order);
        var found = DbscanAlgorithm.Run(mixed, Array.ConvertAll(order, row => keys[row]), ExactNeighbors.Find(mixed, 8, 3), new DbscanOptions { Threads = 3 });

        expected.Groups.Count.ShouldBeGreaterThan(1);
        found.Epsilon.ShouldBe(expected.Epsilon);
        found.Strength.ShouldBe(Array.ConvertAll(order, row => expected.Strength[row]));
        ClusterAgreement.AdjustedRand(found.Groups.Labels, Array.ConvertAll(order, row => expected.Groups.Labels[row])).ShouldBe(1, 1e-12);
    }

    [Fact]
    public void EqualRowsAreOneCluster()
    {
        var rows = Circle(40, 40, 40, 40, 40, 40);

        var found = DbscanAlgorithm.Run(rows, Keys(6), ExactNeighbors.Find(rows, 5, 1), new DbscanOptions());

        found.Groups.Labels.ShouldAllBe(label => label == 0);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void FewerRowsThanACoreRowNeedsAreNoise(int count)
    {
        var rows = Circle([.. Enumerable.Range(0, count).Select(row => row * 3.0)]);

        var found = DbscanAlgorithm.Run(rows, Keys(count), ExactNeighbors.Find(rows, 4, 1), new DbscanOptions { MinPoints = 5 });

        found.Groups.Labels.ShouldBe(Enumerable.Repeat(-1, count));
    }

    [Fact]
    public void RowsFarApartAreNoise()
    {
        var rows = Circle(0, 60, 120, 180, 240, 300);

        var found = DbscanAlgorithm.Run(rows, Keys(6), ExactNeighbors.Find(rows, 5, 1), new DbscanOptions { Epsilon = 0.3, MinPoints = 2 });

        found.Groups.Count.ShouldBe(0);
        found.Strength.ShouldAllBe(strength => strength == 0);
    }

    [Fact]
    public void EveryFaultOfTheOptionsIsSaid()
    {
        var options = new DbscanOptions { Epsilon = 0, MinPoints = 0, ExactRows = -1 };

        var message = Should.Throw<ArgumentException>(() => DbscanAlgorithm.Run(Circle(1), Keys(1), ExactNeighbors.Find(Circle(1), 1, 1), options)).Message;

        message.Split(';').Length.ShouldBe(3);
    }

    private static VectorTable Circle(params double[] degrees)
        => new(2, [.. degrees.SelectMany(degree => new[] { (float)Math.Cos(degree * Math.PI / 180), (float)Math.Sin(degree * Math.PI / 180) })]);

    private static double Chord(double degrees) => 2 * Math.Sin(degrees * Math.PI / 360);

    private static ulong[] Keys(int count) => DensityPoints.Keys(count);
}
