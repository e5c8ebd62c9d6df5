using TextSeg.Mining.Clustering;

namespace TextSeg.Mining.Tests.Clustering;

public sealed class ConsensusTests
{
    private static readonly WeightedGraph Graph = PlantedGraph.Make(6, 40, 0.15, 0.04, 3);

    [Fact]
    public void ConsensusIsNearerToThePlantedGroupsThanASingleRun()
    {
        var truth = PlantedGraph.Truth(6, 40);
        var votes = Vote(1);

        var agreed = votes.Decide(votes.EdgeShares(), default);

        double single = 0;
        for (var seed = 0UL; seed < 8; seed++)
        {
            var run = new Leiden(new LeidenOptions { Seed = seed }).Run(Graph, PlantedGraph.Keys(240));
            single += ClusterAgreement.AdjustedRand(run.Labels, truth) / 8;
        }

        ClusterAgreement.AdjustedRand(agreed.Labels, truth).ShouldBeGreaterThanOrEqualTo(single);
    }

    [Fact]
    public void ThreadsDoNotChangeTheVotes()
    {
        Vote(1).EdgeShares().ShouldBe(Vote(2).EdgeShares());
        Vote(1).Agreement().ShouldBe(Vote(2).Agreement());
    }

    [Fact]
    public void SharesAndTrustLieBetweenZeroAndOne()
    {
        var shares = Vote(1).EdgeShares();

        shares.ShouldAllBe(share => share >= 0 && share <= 1);
        Consensus.NodeTrust(Graph, shares).ShouldAllBe(trust => trust > 0 && trust <= 1);
    }

    private static Consensus Vote(int threads) => Consensus.Vote(Graph, PlantedGraph.Keys(240), 1, 12, 0.8, 5, threads, default);
}
