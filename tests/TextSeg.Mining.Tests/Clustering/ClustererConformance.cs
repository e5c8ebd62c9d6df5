using TextSeg.Mining.Clustering;
using TextSeg.Mining.Neighbors;
using TextSeg.Mining.Tests.Topics;

namespace TextSeg.Mining.Tests.Clustering;

/// <summary>What every <see cref="IClusterer"/> promises. A new one adds a class of a few lines to ClustererConformanceTests.cs.</summary>
public abstract class ClustererConformance
{
    private static readonly int[] Sizes = [70, 60, 50, 40];
    private static readonly VectorTable Planted = PlantedPosts.Make(11, 0.6, Sizes);
    private static readonly VectorTable Blurred = PlantedPosts.Make(12, 1.6, Sizes);

    /// <summary>Whether a node that is near to others may be in no group.</summary>
    protected virtual bool LeavesNodesOut => false;

    /// <summary>Whether sums run over nodes as they stand, so that callers put nodes into the order of their keys first; without that only clear groups are the same in any order.</summary>
    protected virtual bool SumsAsNodesStand => false;

    /// <summary>The clusterer with settings for small inputs.</summary>
    protected abstract IClusterer Make(ulong seed, int threads);

    [Fact]
    public void ClearGroupsAreFound()
        => ClusterAgreement.AdjustedRand(Cluster(Planted).Reader.Groups.Labels, PlantedPosts.Truth(Sizes)).ShouldBeGreaterThan(0.95);

    [Fact]
    public void ThreadsDoNotChangeABit()
        => ShouldBeEqual(Cluster(Blurred, threads: 1), Cluster(Blurred, threads: 4));

    [Fact]
    public void TheSameSeedGivesTheSameBytes()
        => ShouldBeEqual(Cluster(Blurred, seed: 5), Cluster(Blurred, seed: 5));

    [Fact]
    public void ShuffledRowsAreGroupedAlike()
    {
        var rows = SumsAsNodesStand ? Planted : Blurred;
        int[] order = [.. Enumerable.Range(0, rows.Count).OrderBy(row => row * 97 % 211)];
        var keys = PlantedPosts.Keys(rows.Count);

        var shuffled = Cluster(InputOf(PlantedPosts.Reorder(rows, order), Array.ConvertAll(order, row => keys[row])));

        var straight = Cluster(rows);
        ShouldBeAlike(shuffled.Reader, straight.Reader, order);
        if (!SumsAsNodesStand)
        {
            shuffled.Levels.Length.ShouldBe(straight.Levels.Length);
            foreach (var (one, other) in shuffled.Levels.Zip(straight.Levels))
            {
                ShouldBeAlike(one, other, order);
            }
        }
    }

    [Fact]
    public void TreesAreWhole()
    {
        var tree = Cluster(Blurred);

        ShouldBeWhole(tree, Blurred.Count);
        for (var level = 1; level < tree.Levels.Length; level++)
        {
            var (finer, coarser) = (tree.Levels[level], tree.Levels[level - 1]);
            finer.Groups.Count.ShouldBeGreaterThan(coarser.Groups.Count);
            for (var node = 0; node < Blurred.Count; node++)
            {
                if (finer.Groups.Labels[node] is var group and >= 0)
                {
                    coarser.Groups.Labels[node].ShouldBe(finer.Parent[group]);
                }
            }
        }
    }

    [Fact]
    public void OnlyWhoMayLeavesNodesOut()
    {
        var left = Cluster(Blurred).Reader.Groups.Labels.Count(label => label < 0);

        (left > 0 && !LeavesNodesOut).ShouldBeFalse($"{left} nodes are in no group");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void VeryFewNodesAreNoFault(int count)
        => ShouldBeWhole(Cluster(new VectorTable(Planted.Dimension, Planted.Values[..(count * Planted.Dimension)])), count);

    [Fact]
    public void IdenticalNodesAreAtMostOneGroup()
    {
        var tree = Cluster(PlantedPosts.Reorder(Planted, new int[40]));

        ShouldBeWhole(tree, 40);
        tree.Reader.Groups.Count.ShouldBeLessThanOrEqualTo(1);
    }

    [Fact]
    public void RowsOfZerosAreNoFaultAndDoNotMoveTheOthers()
    {
        var rows = new VectorTable(Planted.Dimension, [.. Planted.Values, .. new float[3 * Planted.Dimension]]);

        var tree = Cluster(rows);

        ShouldBeWhole(tree, rows.Count);
        ClusterAgreement.AdjustedRand(tree.Reader.Groups.Labels.AsSpan(0, Planted.Count), PlantedPosts.Truth(Sizes)).ShouldBeGreaterThan(0.95);
    }

    [Fact]
    public void ACancelledRunStops()
        => Should.Throw<OperationCanceledException>(() => Make(1, 1).Cluster(InputOf(Blurred), cancellation: new CancellationToken(true)));

    private ClusterTree Cluster(VectorTable rows, ulong seed = 1, int threads = 1) => Make(seed, threads).Cluster(InputOf(rows));

    private ClusterTree Cluster(ClusteringInput input) => Make(1, 1).Cluster(input);

    private static ClusteringInput InputOf(VectorTable rows, ulong[]? keys = null)
    {
        var neighbors = ExactNeighbors.Find(rows, 10, 1);
        return new ClusteringInput(rows, keys ?? PlantedPosts.Keys(rows.Count), neighbors, NeighborGraph.Build(neighbors));
    }

    private static void ShouldBeAlike(ClusterLevel shuffled, ClusterLevel straight, int[] order)
    {
        var expected = Array.ConvertAll(order, row => straight.Groups.Labels[row]);
        ClusterAgreement.AdjustedRand(shuffled.Groups.Labels, expected).ShouldBe(1, 1e-12);
    }

    private static void ShouldBeWhole(ClusterTree tree, int count)
    {
        tree.ReaderLevel.ShouldBeInRange(0, tree.Levels.Length - 1);
        tree.Trust.Length.ShouldBe(count);
        tree.Trust.ShouldAllBe(trust => trust >= 0 && trust <= 1);
        foreach (var level in tree.Levels)
        {
            level.Groups.Labels.Length.ShouldBe(count);
            level.Groups.Labels.ShouldBe(Partition.Canonical(level.Groups.Labels).Labels);
            level.Groups.Labels.Append(-1).Max().ShouldBe(level.Groups.Count - 1);
            level.Parent.Length.ShouldBe(level.Groups.Count);
            level.GroupStability.Length.ShouldBe(level.Groups.Count);
            level.GroupStability.ShouldAllBe(stability => stability >= 0 && stability <= 1);
            level.Silhouette.ShouldBeInRange(-1, 1);
            level.Stability.ShouldBeInRange(-1, 1);
        }
    }

    private static void ShouldBeEqual(ClusterTree first, ClusterTree second)
    {
        second.Trust.ShouldBe(first.Trust);
        second.ReaderLevel.ShouldBe(first.ReaderLevel);
        second.Levels.Length.ShouldBe(first.Levels.Length);
        for (var level = 0; level < first.Levels.Length; level++)
        {
            var (one, other) = (first.Levels[level], second.Levels[level]);
            other.Groups.Labels.ShouldBe(one.Groups.Labels);
            other.GroupStability.ShouldBe(one.GroupStability);
            other.Parent.ShouldBe(one.Parent);
            (other.Silhouette, other.Stability, other.Resolution).ShouldBe((one.Silhouette, one.Stability, one.Resolution));
        }
    }
}
