using TextSeg.Mining.Clustering;
using TextSeg.Mining.Clustering.Hierarchical;
using TextSeg.Mining.Tests.Topics;

namespace TextSeg.Mining.Tests.Clustering.Hierarchical;

public sealed class NearestNeighborChainTests
{
    [Fact]
    public void NearMeansAreJoinedFirst()
    {
        var tree = NearestNeighborChain.Run(new VectorTable(1, [0, 0.1f, 5, 5.1f, 20]), [1, 1, 1, 1, 1], Linkage.Ward);

        tree.Cut(3).ShouldBe([0, 0, 1, 1, 2]);
        tree.Cut(2).ShouldBe([0, 0, 0, 0, 1]);
    }

    [Fact]
    public void LargeGroupsResistBeingJoined()
        => NearestNeighborChain.Run(new VectorTable(1, [0, 1, 2.2f, 3.3f]), [1000, 1000, 1, 1], Linkage.Ward).Cut(3).ShouldBe([0, 1, 2, 2]);

    [Theory]
    [InlineData(Linkage.Average, 1, 1.0)]
    [InlineData(Linkage.Average, 2, 3.0)]
    [InlineData(Linkage.Ward, 3, 1.0)]
    [InlineData(Linkage.Ward, 4, 3.0)]
    public void MergesAreThoseOfJoiningTheCheapestPairEachTime(Linkage linkage, int seed, double spread)
    {
        var rows = PlantedPosts.Make(seed, spread, 60, 50, 40, 30, 20);
        int[] sizes = [.. Enumerable.Range(0, 200).Select(row => 1 + (row * 13 % 7))];

        var heights = NearestNeighborChain.Run(rows, sizes, linkage).Merges.Select(merge => merge.Height).ToArray();

        var expected = CheapestPairs(rows, sizes, linkage);
        for (var merge = 0; merge < expected.Count; merge++)
        {
            heights[merge].ShouldBe(expected[merge], 1e-5);
        }
    }

    [Fact]
    public void ASizeCountsLikeCopiesInAverageLinks()
    {
        var rows = PlantedPosts.Make(5, 1, 8, 8);
        int[] copies = [.. Enumerable.Range(0, 16).SelectMany(row => Enumerable.Repeat(row, 1 + (row % 3)))];

        var weighted = NearestNeighborChain.Run(rows, [.. Enumerable.Range(0, 16).Select(row => 1 + (row % 3))], Linkage.Average);
        var copied = NearestNeighborChain.Run(PlantedPosts.Reorder(rows, copies), [.. Enumerable.Repeat(1, copies.Length)], Linkage.Average);

        var last = copied.Merges[^15..];
        for (var merge = 0; merge < 15; merge++)
        {
            last[merge].Height.ShouldBe(weighted.Merges[merge].Height, 1e-5);
        }
    }

    // The definition: every pair of groups, every time, distances by the formula of Lance and Williams.
    private static List<double> CheapestPairs(VectorTable rows, int[] sizes, Linkage linkage)
    {
        var cost = new LinkageCost(linkage);
        var weights = Array.ConvertAll(sizes, size => (double)size);
        var left = Enumerable.Range(0, rows.Count).ToList();
        var between = new double[rows.Count, rows.Count];
        foreach (var a in left)
        {
            foreach (var b in left)
            {
                between[a, b] = cost.Between(rows[a], weights[a], rows[b], weights[b]);
            }
        }

        var heights = new List<double>();
        while (left.Count > 1)
        {
            var (a, b) = left.SelectMany(_ => left, (a, b) => (a, b)).Where(pair => pair.a < pair.b).MinBy(pair => between[pair.a, pair.b]);
            heights.Add(cost.Height(between[a, b]));
            left.Remove(b);
            foreach (var other in left.Where(other => other != a))
            {
                between[a, other] = between[other, a] = linkage == Linkage.Average
                    ? ((weights[a] * between[a, other]) + (weights[b] * between[b, other])) / (weights[a] + weights[b])
                    : (((weights[a] + weights[other]) * between[a, other]) + ((weights[b] + weights[other]) * between[b, other]) - (weights[other] * between[a, b]))
                        / (weights[a] + weights[b] + weights[other]);
            }

            weights[a] += weights[b];
        }

        return heights;
    }
}
