using TextSeg.Mining.Neighbors;

namespace TextSeg.Mining.Tests.Neighbors;

public sealed class ExactSearchTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(1, 40, 3)]
    [InlineData(37, 600, 15)]
    [InlineData(300, 257, 5)]
    public void EqualsALookAtEveryAllowedRow(int queries, int rows, int k)
    {
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var table = RandomVectors.Unit(rows, 21, seed);
        var asked = RandomVectors.Unit(queries, 21, seed + 1);
        var allowed = Enumerable.Range(0, rows).Select(_ => random.Next(3) == 0).ToArray();

        var found = ExactNeighbors.Search(asked, table, k, allowed, threads: 2);

        var expected = NaiveNeighbors.Search(asked, table, k, (_, row) => allowed[row]);
        found.Indices.ShouldBe(expected.Indices);
        found.Similarities.ShouldBe(expected.Similarities);
    }

    [Fact]
    public void TheFilterWorksInsideTheSearch()
    {
        var table = RandomVectors.Unit(1000, 8, seed: 2);
        var query = RandomVectors.Rows(table, [0]);
        var farthest = ExactNeighbors.Search(query, table, 1000).IndicesOf(0)[^3..].ToArray();

        var found = ExactNeighbors.Search(query, table, 3, Enumerable.Range(0, 1000).Select(row => farthest.Contains(row)).ToArray());

        found.IndicesOf(0).ToArray().ShouldBe(farthest);
    }

    [Fact]
    public void NothingAllowedFindsNothing() =>
        ExactNeighbors.Search(RandomVectors.Unit(1, 4, seed: 1), RandomVectors.Unit(5, 4, seed: 2), 2, new bool[5]).Indices.ShouldBe([-1, -1]);

    [Fact]
    public void MismatchedShapesAreRefused()
    {
        var table = RandomVectors.Unit(5, 4, seed: 2);
        Should.Throw<ArgumentException>(() => ExactNeighbors.Search(RandomVectors.Unit(1, 3, seed: 1), table, 2)).Message.ShouldContain("3 numbers");
        Should.Throw<ArgumentException>(() => ExactNeighbors.Search(table, table, 2, new bool[4])).Message.ShouldContain("filter");
    }
}
