using TextSeg.Mining.Clustering;

namespace TextSeg.Mining.Tests.Clustering;

public sealed class LeidenTests
{
    [Fact]
    public void PlantedGroupsAreFound()
    {
        var found = Run(PlantedGraph.Make(8, 40, 0.4, 0.02, 5), 1);

        ClusterAgreement.AdjustedRand(found.Labels, PlantedGraph.Truth(8, 40)).ShouldBe(1);
    }

    [Fact]
    public void TwoTrianglesOnABridgeAreTwoGroups()
    {
        var graph = PlantedGraph.FromEdges(6, (0, 1), (1, 2), (0, 2), (2, 3), (3, 4), (4, 5), (3, 5));

        Run(graph, 1).Labels.ShouldBe([0, 0, 0, 1, 1, 1]);
        PartitionQuality.Of(graph, [0, 0, 0, 1, 1, 1], 1).ShouldBe((12.0 / 14) - 0.5, 1e-9);
    }

    [Theory]
    [InlineData(1UL)]
    [InlineData(2UL)]
    [InlineData(3UL)]
    public void EveryGroupIsConnected(ulong seed)
    {
        var graph = PlantedGraph.Make(10, 30, 0.12, 0.03, seed);
        var found = Run(graph, 6, seed);

        for (var group = 0; group < found.Count; group++)
        {
            Reached(graph, found, group).ShouldBe(found.Sizes()[group]);
        }
    }

    [Fact]
    public void HigherResolutionGivesMoreGroups()
    {
        var graph = PlantedGraph.Make(10, 30, 0.2, 0.03, 9);

        Run(graph, 8).Count.ShouldBeGreaterThan(Run(graph, 1).Count);
    }

    [Fact]
    public void OnceStableNoSingleMoveRaisesTheQuality()
    {
        var graph = PlantedGraph.Make(6, 20, 0.3, 0.06, 4);
        var found = new Leiden(new LeidenOptions { Rounds = 100 }).Run(graph, PlantedGraph.Keys(graph.Count));
        var quality = PartitionQuality.Of(graph, found.Labels, 1);

        for (var node = 0; node < graph.Count; node++)
        {
            for (var group = 0; group <= found.Count; group++)
            {
                var moved = (int[])found.Labels.Clone();
                moved[node] = group;
                PartitionQuality.Of(graph, moved, 1).ShouldBeLessThanOrEqualTo(quality + 1e-9);
            }
        }
    }

    [Fact]
    public void NodesWithoutEdgesStandAlone()
    {
        Run(PlantedGraph.FromEdges(4, (0, 1)), 1).Labels.ShouldBe([0, 0, 1, 2]);
        Run(PlantedGraph.FromEdges(0), 1).Count.ShouldBe(0);
    }

    [Fact]
    public void PartsThatAreNotConnectedNeverShareAGroup()
    {
        var graph = PlantedGraph.FromEdges(6, (0, 1), (1, 2), (0, 2), (3, 4), (4, 5), (3, 5));

        Run(graph, 0.01).Labels.ShouldBe([0, 0, 0, 1, 1, 1]);
    }

    [Fact]
    public void SameSeedGivesTheSameGroups()
    {
        var graph = PlantedGraph.Make(10, 30, 0.15, 0.05, 11);

        Run(graph, 2, 7).Labels.ShouldBe(Run(graph, 2, 7).Labels);
    }

    [Fact]
    public void AllFaultsOfTheOptionsAreSaidAtOnce()
    {
        var fault = Should.Throw<ArgumentException>(() => new Leiden(new LeidenOptions { Resolution = 0, Rounds = 0, Randomness = -1 }));

        fault.Message.ShouldContain("resolution");
        fault.Message.ShouldContain("rounds");
        fault.Message.ShouldContain("randomness");
    }

    private static Partition Run(WeightedGraph graph, double resolution, ulong seed = 1)
        => new Leiden(new LeidenOptions { Resolution = resolution, Seed = seed }).Run(graph, PlantedGraph.Keys(graph.Count));

    private static int Reached(WeightedGraph graph, Partition groups, int group)
    {
        var start = Array.IndexOf(groups.Labels, group);
        var seen = new HashSet<int> { start };
        var waiting = new Stack<int>([start]);
        while (waiting.TryPop(out var node))
        {
            for (var e = graph.Offsets[node]; e < graph.Offsets[node + 1]; e++)
            {
                if (groups.Labels[graph.Targets[e]] == group && seen.Add(graph.Targets[e]))
                {
                    waiting.Push(graph.Targets[e]);
                }
            }
        }

        return seen.Count;
    }
}
