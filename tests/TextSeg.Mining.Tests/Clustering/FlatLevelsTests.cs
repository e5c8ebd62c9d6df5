using TextSeg.Mining.Clustering;
using TextSeg.Mining.Tests.Topics;

namespace TextSeg.Mining.Tests.Clustering;

public sealed class FlatLevelsTests
{
    private static readonly ClusteringInput Input = PlantedInput.Make(1, 0.5, 60, 40, 30);

    [Fact]
    public void GroupsThatEverySampleFindsAgainAreWhollyStable()
    {
        var tree = new FixedClusterer(row => row[0] > 0 ? 0 : 1).Cluster(Input);

        tree.Reader.Stability.ShouldBe(1, 1e-12);
        tree.Reader.GroupStability.ShouldAllBe(stability => stability == 1);
        tree.Reader.Parent.ShouldAllBe(parent => parent == -1);
    }

    [Fact]
    public void GroupsDrawnByLotAreNotStable()
    {
        var strengths = new float[Input.Count];

        var tree = new FlatLevels(1, 1).Describe(Input, ByLot(Input, 7), strengths, ByLot, default);

        tree.Reader.Stability.ShouldBeInRange(-0.1, 0.1);
    }

    [Fact]
    public void NodesInNoGroupHaveNoTrustAndDoNotCountInTheSilhouette()
    {
        var truth = PlantedPosts.Truth(60, 40, 30);
        var strengths = new float[Input.Count];
        Array.Fill(strengths, 0.5f);

        var tree = new FlatLevels(1, 1).Describe(Input, Partition.Canonical(Array.ConvertAll(truth, topic => topic == 2 ? -1 : topic)), strengths, ByLot, default);

        tree.Trust[99].ShouldBe(0.5f);
        tree.Trust[100..].ShouldAllBe(trust => trust == 0);
        tree.Reader.Silhouette.ShouldBeGreaterThan(0.5);
    }

    [Fact]
    public void NothingInAnyGroupIsATreeToo()
    {
        var tree = new FixedClusterer(_ => -1).Cluster(Input);

        (tree.Reader.Groups.Count, tree.Reader.Silhouette, tree.Reader.Stability).ShouldBe((0, 0, 1));
    }

    [Fact]
    public void EachLevelKnowsItsParentsAndItsOwnStability()
    {
        var truth = PlantedPosts.Truth(60, 40, 30);
        Partition[] levels = [Partition.Canonical(Array.ConvertAll(truth, topic => Math.Min(topic, 1))), Partition.Canonical(truth)];

        var tree = new FlatLevels(1, 1).Describe(Input, levels, 1, new float[Input.Count], (sample, draw) => [ByLot(sample, draw), ByLot(sample, draw)], default);

        tree.Levels[1].Parent.ShouldBe([1, 0, 0]);
        tree.Levels.ShouldAllBe(level => level.GroupStability.Length == level.Groups.Count);
        tree.ReaderLevel.ShouldBe(1);
    }

    [Fact]
    public void ASampleHoldsOnlyNeighborsAndEdgesInside()
    {
        int[] nodes = [.. Enumerable.Range(0, Input.Count).Where(node => node % 3 > 0)];

        var sample = Input.Take(nodes);

        for (var node = 0; node < nodes.Length; node++)
        {
            int[] expected = [.. Input.Neighbors.IndicesOf(nodes[node]).ToArray().Where(other => other % 3 > 0)];
            int[] kept = [.. sample.Neighbors.IndicesOf(node).ToArray().TakeWhile(other => other >= 0).Select(other => nodes[other])];
            kept.ShouldBe(expected);
            sample.Keys[node].ShouldBe(Input.Keys[nodes[node]]);
        }

        sample.Graph.Count.ShouldBe(nodes.Length);
    }

    private static Partition ByLot(ClusteringInput input, ulong draw)
        => Partition.Canonical(Array.ConvertAll(input.Keys, key => (int)(StableRandom.Bits(draw, key) % 3)));
}
