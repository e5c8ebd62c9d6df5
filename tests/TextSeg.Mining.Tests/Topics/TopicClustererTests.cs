using TextSeg.Mining.Clustering;
using TextSeg.Mining.Tests.Clustering;
using TextSeg.Mining.Topics;

namespace TextSeg.Mining.Tests.Topics;

public sealed class TopicClustererTests
{
    private static readonly TopicInput Input = new(PlantedPosts.Make(1, 0.5, 60, 40, 30));

    [Fact]
    public void AnotherClustererDecidesTheTopics()
    {
        var tree = new TopicFinder(new TopicOptions(), new FixedClusterer(row => row[0] > 0 ? 0 : 1)).Find(Input);

        tree.K.ShouldBe(2);
        tree.Graph.Neighbors.ShouldBeNull();
        var signs = Enumerable.Range(0, Input.Vectors.Count).Select(row => tree.Graph.Vectors[tree.Graph.NodeOf[row]][0] > 0 ? 1 : 0).ToArray();
        ClusterAgreement.AdjustedRand(tree.Reader.TopicOf, signs).ShouldBe(1, 1e-12);
    }

    [Fact]
    public void PostsInNoGroupAreLikeNoOther()
    {
        var tree = new TopicFinder(new TopicOptions(), new FixedClusterer(row => row[0] > 0 ? 0 : -1)).Find(Input);

        tree.Reader.TopicOf.ShouldContain(-1);
        Enumerable.Range(0, Input.Vectors.Count).ShouldAllBe(row => tree.Reader.TopicOf[row] < 0 == (tree.StateOf[row] == PostState.None));
        tree.StrengthOf.Where((_, row) => tree.Reader.TopicOf[row] < 0).ShouldAllBe(strength => strength == 0);
    }

    [Fact]
    public void WithoutAnyGroupThereIsNoTopic()
    {
        var tree = new TopicFinder(new TopicOptions(), new FixedClusterer(_ => -1)).Find(Input);

        tree.K.ShouldBe(0);
        tree.StateOf.ShouldAllBe(state => state == PostState.None);
    }
}
