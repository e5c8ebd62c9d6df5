using TextSeg.Mining.Clustering.Hdbscan;
using TextSeg.Mining.Neighbors;
using TextSeg.Mining.Tests.Neighbors;
using TextSeg.Mining.Tests.Topics;

namespace TextSeg.Mining.Tests.Clustering.Hdbscan;

public sealed class MinimumSpanningTreeTests
{
    [Theory]
    [InlineData(1, 1, 3)]
    [InlineData(2, 4, 3)]
    [InlineData(3, 6, 1)]
    [InlineData(4, 12, 20)]
    public void TheTreeIsAsShortAsOneGrownFromAllPairs(int seed, int minSamples, int neighborsKept)
    {
        var rows = PlantedPosts.Make(seed, 0.8, 150, 120, 90, 60, 5);

        var tree = Tree(rows, PlantedPosts.Keys(rows.Count), neighborsKept, minSamples, true);

        tree.Edges.Length.ShouldBe(rows.Count - 1);
        tree.Edges.Sum(edge => edge.Distance).ShouldBe(GrownFromAllPairs(rows, minSamples), 1e-3, $"seed {seed}");
    }

    [Fact]
    public void TheNumberOfNeighborsAndOfThreadsDoesNotShow()
    {
        var rows = PlantedPosts.Make(5, 0.7, 200, 150, 150, 30);
        var keys = PlantedPosts.Keys(rows.Count);

        var expected = Tree(rows, keys, 40, 5, true, threads: 1).Edges;

        Tree(rows, keys, 4, 5, true, threads: 1).Edges.ShouldBe(expected);
        Tree(rows, keys, 1, 5, true, threads: 3).Edges.ShouldBe(expected);
    }

    [Fact]
    public void TheOrderOfRowsDoesNotShow()
    {
        var rows = PlantedPosts.Make(6, 0.7, 100, 80, 60);
        var order = RandomVectors.Shuffled(rows.Count, 8);
        var keys = PlantedPosts.Keys(rows.Count);

        var expected = Tree(rows, keys, 6, 4, true).Edges;
        var shuffled = Tree(PlantedPosts.Reorder(rows, order), Array.ConvertAll(order, row => keys[row]), 6, 4, true).Edges;

        Array.ConvertAll(shuffled, edge => edge with { First = order[edge.First], Second = order[edge.Second] }).ShouldBe(expected);
    }

    [Fact]
    public void ShortenedRowsNeedNotBeMadeLongAsAWhole()
    {
        var shortened = QuantizedRows.From(PlantedPosts.Make(11, 0.7, 150, 150, 20));
        var lengthened = shortened.Gather([.. Enumerable.Range(0, 320)]);
        var neighbors = ExactNeighbors.Find(lengthened, 3, 1);
        var core = CoreDistances.CosinesOf(lengthened, neighbors, 3);

        var tree = MinimumSpanningTree.Find(new VectorTable(shortened), PlantedPosts.Keys(320), neighbors, core, true);

        tree.Edges.ShouldBe(MinimumSpanningTree.Find(lengthened, PlantedPosts.Keys(320), neighbors, core, true).Edges);
        tree.SearchedRows.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void ComponentsOfTheNeighborGraphAreJoinedByTheirShortestEdge()
    {
        var rows = PlantedPosts.Make(7, 0.2, 40, 40, 40, 40);
        var expected = Tree(rows, PlantedPosts.Keys(160), 30, 3, true).Edges.TakeLast(3);

        var tree = Tree(rows, PlantedPosts.Keys(160), 5, 3, false);

        tree.Edges.TakeLast(3).ShouldBe(expected);
        tree.IsExact.ShouldBeFalse();
        tree.SearchedRows.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void NeighborsAloneGiveATreeThatIsHardlyLonger()
    {
        var rows = PlantedPosts.Make(9, 0.9, 300, 200, 100);
        var keys = PlantedPosts.Keys(600);
        var exact = Tree(rows, keys, 10, 5, true).Edges.Sum(edge => edge.Distance);

        Tree(rows, keys, 10, 5, false).Edges.Sum(edge => edge.Distance).ShouldBeInRange(exact - 1e-6, exact * 1.01);
    }

    [Fact]
    public void EdgesLongerThanWantedAreLeftOut()
    {
        var rows = PlantedPosts.Make(10, 0.8, 80, 60);
        var all = Tree(rows, PlantedPosts.Keys(140), 4, 3, true).Edges;
        var least = all[90].Reach;

        Tree(rows, PlantedPosts.Keys(140), 4, 3, true, least).Edges.ShouldBe(all.Where(edge => edge.Reach >= least));
    }

    private static MinimumSpanningTree Tree(
        VectorTable rows, ulong[] keys, int k, int minSamples, bool exact, float least = float.NegativeInfinity, int threads = 2)
    {
        var neighbors = ExactNeighbors.Find(rows, k, threads);
        return MinimumSpanningTree.Find(rows, keys, neighbors, CoreDistances.CosinesOf(rows, neighbors, minSamples, threads), exact, least, threads);
    }

    private static double GrownFromAllPairs(VectorTable rows, int minSamples)
    {
        var distances = Enumerable.Range(0, rows.Count).Select(a => Enumerable.Range(0, rows.Count).Select(b => Distance(rows[a], rows[b])).ToArray()).ToArray();
        var core = Array.ConvertAll(distances, of => of.Order().ElementAt(minSamples - 1));
        var nearest = Enumerable.Repeat(double.PositiveInfinity, rows.Count).ToArray();
        var open = Enumerable.Range(1, rows.Count - 1).ToHashSet();
        var (at, length) = (0, 0.0);
        while (open.Count > 0)
        {
            foreach (var row in open)
            {
                nearest[row] = Math.Min(nearest[row], Math.Max(distances[at][row], Math.Max(core[at], core[row])));
            }

            at = open.MinBy(row => nearest[row]);
            open.Remove(at);
            length += nearest[at];
        }

        return length;
    }

    private static double Distance(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        double square = 0;
        for (var i = 0; i < a.Length; i++)
        {
            square += ((double)a[i] - b[i]) * ((double)a[i] - b[i]);
        }

        return Math.Sqrt(square);
    }
}
