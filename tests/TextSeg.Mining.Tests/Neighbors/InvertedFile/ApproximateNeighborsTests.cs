using TextSeg.Mining.Neighbors;
using TextSeg.Mining.Neighbors.InvertedFile;

namespace TextSeg.Mining.Tests.Neighbors.InvertedFile;

public sealed class ApproximateNeighborsTests(ITestOutputHelper output)
{
    private static readonly VectorTable Rows = ClusteredVectors.Unit(6000, 48, centres: 60, seed: 3);

    [Theory]
    [InlineData(false, 0.95)]
    [InlineData(true, 0.93)]
    public void FindsNearlyAllTrueNeighboursAndTellsHowMany(bool shortened, double least)
    {
        var truth = ExactNeighbors.Find(Rows, 15, threads: 2);

        var found = ApproximateNeighbors.Find(shortened ? new VectorTable(QuantizedRows.From(Rows)) : Rows, 15);

        var recall = Recall(truth, found.Table);
        output.WriteLine($"recall {recall:F4}, told {found.Recall:F4}");
        recall.ShouldBeGreaterThanOrEqualTo(least);
        found.Recall.ShouldBe(recall, 0.03);
        found.Recall.ShouldBeGreaterThanOrEqualTo(0.95);
        found.IsExact.ShouldBeFalse();
    }

    [Fact]
    public void AHigherRecallIsReachedWhereItIsAsked()
    {
        var found = ApproximateNeighbors.Find(Rows, 15, new ApproximateNeighborOptions { Recall = 0.995, RecallRows = 400 });

        Recall(ExactNeighbors.Find(Rows, 15, threads: 2), found.Table).ShouldBeGreaterThanOrEqualTo(0.985);
    }

    [Fact]
    public void EveryListVisitedIsTheExactSearch()
    {
        var found = ApproximateNeighbors.Find(Rows, 10, new ApproximateNeighborOptions { Recall = 1, Lists = 3 });

        var exact = ExactNeighbors.Find(Rows, 10, threads: 2);
        found.IsExact.ShouldBeTrue();
        found.Recall.ShouldBe(1);
        found.Table.Indices.ShouldBe(exact.Indices);
        found.Table.Similarities.ShouldBe(exact.Similarities);
    }

    [Fact]
    public void ThreadsDoNotChangeAByte()
    {
        var one = ApproximateNeighbors.Find(Rows, 15, new ApproximateNeighborOptions { Threads = 1 });

        foreach (var threads in new[] { 2, 5 })
        {
            var many = ApproximateNeighbors.Find(Rows, 15, new ApproximateNeighborOptions { Threads = threads });
            many.Table.Indices.ShouldBe(one.Table.Indices);
            many.Table.Similarities.ShouldBe(one.Table.Similarities);
            many.Recall.ShouldBe(one.Recall);
        }
    }

    [Fact]
    public void ShuffledRowsGiveTheSameNeighboursUnderTheirNewNumbers()
    {
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        var order = RandomVectors.Shuffled(Rows.Count, seed);
        var straight = ApproximateNeighbors.Find(Rows, 10);

        var shuffled = ApproximateNeighbors.Find(RandomVectors.Rows(Rows, order), 10);

        shuffled.Recall.ShouldBe(straight.Recall);
        shuffled.Table.Indices.Select(row => order[row]).ShouldBe(order.SelectMany(row => straight.Table.IndicesOf(row).ToArray()));
    }

    [Theory]
    [InlineData(0, 5)]
    [InlineData(1, 5)]
    [InlineData(2, 1)]
    [InlineData(7, 20)]
    [InlineData(40, 15)]
    public void AFewRowsHaveEachOther(int rows, int k)
    {
        var table = RandomVectors.Unit(rows, 6, seed: 8);

        var found = ApproximateNeighbors.Find(table, k, new ApproximateNeighborOptions { Recall = 1 });

        found.Table.Indices.ShouldBe(ExactNeighbors.Find(table, k, 1).Indices);
        found.Recall.ShouldBe(1);
    }

    [Fact]
    public void CopiesAndRowsOfZerosFindEachOtherOnce()
    {
        var distinct = RandomVectors.Unit(30, 16, seed: 5);
        var table = new VectorTable(16, [.. distinct.Values, .. Enumerable.Repeat(distinct[4].ToArray(), 300).SelectMany(row => row), .. new float[50 * 16]]);

        var found = ApproximateNeighbors.Find(table, 12);

        for (var row = 0; row < table.Count; row++)
        {
            var others = found.Table.IndicesOf(row).ToArray();
            others.ShouldNotContain(row);
            others.Where(other => other >= 0).ShouldBeUnique();
        }

        found.Table.SimilaritiesOf(4)[11].ShouldBe(1f, 1e-5f);
        found.Recall.ShouldBeGreaterThanOrEqualTo(0.95);
    }

    [Fact]
    public void ProgressRisesToOne()
    {
        var told = new List<double>();

        ApproximateNeighbors.Find(Rows, 5, new ApproximateNeighborOptions { Threads = 1 }, new Told(told));

        told.ShouldBe(told.Order());
        told[^1].ShouldBe(1, 1e-9);
    }

    [Fact]
    public void StopsInTheMidst()
    {
        using var stop = new CancellationTokenSource();
        var told = new Stopping(stop, at: 0.5);

        Should.Throw<OperationCanceledException>(() => ApproximateNeighbors.Find(Rows, 5, null, told, stop.Token));

        told.Last.ShouldBeLessThan(1);
    }

    [Fact]
    public void EveryFaultOfTheSettingsIsSaidAtOnce()
    {
        var options = new ApproximateNeighborOptions { Recall = 0, Lists = 0, SamplePerList = 0, Iterations = 0, RecallRows = 1 };

        var message = Should.Throw<ArgumentException>(() => ApproximateNeighbors.Find(Rows, 5, options)).Message;

        message.Split(';').Length.ShouldBe(5);
        Should.Throw<ArgumentException>(() => ApproximateNeighbors.Find(new VectorTable(2, [1, 0, 0, 1, float.NaN, 0]), 1)).Message.ShouldContain("Row 2");
    }

    private static double Recall(NeighborTable truth, NeighborTable found) =>
        Enumerable.Range(0, truth.Count).Average(row => truth.IndicesOf(row).ToArray().Intersect(found.IndicesOf(row).ToArray()).Count() / (double)truth.K);

    private sealed class Told(List<double> shares) : IProgress<double>
    {
        public void Report(double value) => shares.Add(value);
    }

    private sealed class Stopping(CancellationTokenSource stop, double at) : IProgress<double>
    {
        public double Last { get; private set; }

        public void Report(double value)
        {
            Last = value;
            if (value >= at)
            {
                stop.Cancel();
            }
        }
    }
}
