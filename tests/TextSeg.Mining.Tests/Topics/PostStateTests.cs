using TextSeg.Mining.Topics;

namespace TextSeg.Mining.Tests.Topics;

public sealed class PostStateTests
{
    private static readonly TopicTree Tree = Find();

    [Fact]
    public void PostsBetweenTwoTopicsAreLessSureThanThoseInside()
    {
        Tree.StrengthOf[..160].Average().ShouldBeGreaterThan(Tree.StrengthOf[160..].Average() + 0.1f);
        Tree.StateOf[160..].Count(state => state == PostState.Core).ShouldBeLessThan(10);
    }

    [Fact]
    public void MostPostsInsideAClearTopicAreCore()
        => Tree.StateOf[..160].Count(state => state == PostState.Core).ShouldBeGreaterThan(120);

    [Fact]
    public void NoPostWithNeighborsIsCalledNone()
        => Tree.ShareOf(PostState.None).ShouldBe(0);

    // Two clear topics and twenty posts half way between them.
    private static TopicTree Find()
    {
        var rows = PlantedPosts.Make(7, 0.5, 80, 80);
        var between = new float[20 * 32];
        for (var i = 0; i < between.Length; i++)
        {
            between[i] = (rows.Values[i] + rows.Values[(80 * 32) + i]) / 1.5f;
        }

        return new TopicFinder(new TopicOptions { Neighbors = 10 }).Find(new TopicInput(new VectorTable(32, [.. rows.Values, .. between])));
    }
}
