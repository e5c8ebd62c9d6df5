using TextSeg.Mining.Neighbors;

namespace TextSeg.Mining.Tests.Neighbors;

public sealed class ExactNeighborsTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(1, 3, 4)]
    [InlineData(2, 1, 1)]
    [InlineData(9, 5, 20)]
    [InlineData(255, 7, 3)]
    [InlineData(256, 16, 15)]
    [InlineData(257, 33, 15)]
    [InlineData(700, 64, 15)]
    public void EqualsALookAtEveryPairBitForBit(int rows, int dimension, int k)
    {
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        var table = RandomVectors.Unit(rows, dimension, seed);

        var found = ExactNeighbors.Find(table, k, threads: 2);

        var expected = NaiveNeighbors.Find(table, k);
        found.Indices.ShouldBe(expected.Indices);
        found.Similarities.ShouldBe(expected.Similarities);
    }

    [Fact]
    public void EqualTextsAreNearestAndTiesGoToTheLowerRow()
    {
        var distinct = RandomVectors.Unit(4, 8, seed: 5);
        var table = RandomVectors.Rows(distinct, [2, 0, 2, 1, 2, 3, 2]);

        var found = ExactNeighbors.Find(table, 3, threads: 1);

        found.IndicesOf(0).ToArray().ShouldBe([2, 4, 6]);
        found.IndicesOf(4).ToArray().ShouldBe([0, 2, 6]);
        found.SimilaritiesOf(4)[0].ShouldBe(1f, 1e-6f);
    }

    [Fact]
    public void RowsOfZerosHaveCosineZeroWithAll()
    {
        var table = new VectorTable(2, [0, 0, 1, 0, -1, 0, 0, 0]);

        var found = ExactNeighbors.Find(table, 3, threads: 1);

        found.IndicesOf(0).ToArray().ShouldBe([1, 2, 3]);
        found.SimilaritiesOf(0).ToArray().ShouldBe([0f, 0f, 0f]);
        found.IndicesOf(1).ToArray().ShouldBe([0, 3, 2]);
    }

    [Fact]
    public void FewerRowsThanNeighboursLeavesMinusOne()
    {
        var found = ExactNeighbors.Find(new VectorTable(1, [1, 1]), 4, threads: 3);

        found.Indices.ShouldBe([1, -1, -1, -1, 0, -1, -1, -1]);
        found.Similarities.ShouldBe([1, 0, 0, 0, 1, 0, 0, 0]);
        ExactNeighbors.Find(new VectorTable(3, []), 4, threads: 1).Count.ShouldBe(0);
    }

    [Fact]
    public void ThreadsDoNotChangeAByte()
    {
        var table = RandomVectors.Unit(1500, 24, seed: 11);
        var one = ExactNeighbors.Find(table, 15, threads: 1);

        foreach (var threads in new[] { 2, 3, 8 })
        {
            var many = ExactNeighbors.Find(table, 15, threads);
            many.Indices.ShouldBe(one.Indices);
            many.Similarities.ShouldBe(one.Similarities);
        }
    }

    [Fact]
    public void ShuffledRowsGiveTheSameNeighboursUnderTheirNewNumbers()
    {
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        var table = RandomVectors.Unit(900, 40, seed);
        var order = RandomVectors.Shuffled(900, seed);
        var straight = ExactNeighbors.Find(table, 10, threads: 2);

        var shuffled = ExactNeighbors.Find(RandomVectors.Rows(table, order), 10, threads: 2);

        for (var row = 0; row < order.Length; row++)
        {
            shuffled.IndicesOf(row).ToArray().Select(other => order[other]).ShouldBe(straight.IndicesOf(order[row]).ToArray());
            shuffled.SimilaritiesOf(row).ToArray().ShouldBe(straight.SimilaritiesOf(order[row]).ToArray());
        }
    }

    [Fact]
    public void ProgressRisesToOne()
    {
        var told = new List<double>();

        ExactNeighbors.Find(RandomVectors.Unit(600, 4, seed: 3), 2, threads: 1, new Told(told));

        told.ShouldBe(told.Order());
        told[^1].ShouldBe(1);
    }

    [Fact]
    public void StopsWhenAsked() =>
        Should.Throw<OperationCanceledException>(() =>
            ExactNeighbors.Find(RandomVectors.Unit(600, 4, seed: 3), 2, threads: 2, null, new CancellationToken(canceled: true)));

    [Fact]
    public void ANumberThatIsNotFiniteIsRefusedWithItsRow() =>
        Should.Throw<ArgumentException>(() => ExactNeighbors.Find(new VectorTable(2, [1, 0, 0, 1, float.NaN, 0]), 1, threads: 1))
            .Message.ShouldContain("Row 2");

    private sealed class Told(List<double> shares) : IProgress<double>
    {
        public void Report(double value) => shares.Add(value);
    }
}
