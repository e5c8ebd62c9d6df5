using TextSeg.Mining.Topics;
using TextSeg.Mining.Topics.Layout;

namespace TextSeg.Mining.Tests.Topics.Layout;

public sealed class PostMapTests
{
    private static readonly TopicTree Tree = new TopicFinder(new TopicOptions { Threads = 1 })
        .Find(new TopicInput(PlantedPosts.Make(1, 0.7, 60, 60, 60, 60, 60)));

    [Fact]
    public void PostsOfOneTopicLieTogether()
    {
        var map = new PostMap(new MapOptions()).Place(Tree.Graph);

        double near = 0, far = 0;
        for (var row = 0; row < 300; row++)
        {
            near += Distance(map, row, (row / 60 * 60) + ((row + 7) % 60)) / 300;
            far += Distance(map, row, (row + 97) % 300) / 300;
        }

        near.ShouldBeLessThan(far / 2.5);
    }

    [Fact]
    public void ThreadsDoNotChangeTheMap()
        => new PostMap(new MapOptions { Threads = 1 }).Place(Tree.Graph).ShouldBe(new PostMap(new MapOptions { Threads = 2 }).Place(Tree.Graph));

    [Fact]
    public void AllPlacesAreFiniteAndWithinTheSquare()
        => new PostMap(new MapOptions()).Place(Tree.Graph).ShouldAllBe(value => value >= -1 && value <= 1);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void TinyCollectionsHaveAMap(int count)
    {
        var tree = new TopicFinder(new TopicOptions()).Find(new TopicInput(PlantedPosts.Make(1, 0.7, count)));

        var map = new PostMap(new MapOptions()).Place(tree.Graph);

        map.Length.ShouldBe(2 * count);
        map.ShouldAllBe(value => float.IsFinite(value));
    }

    private static double Distance(float[] map, int a, int b)
        => Math.Sqrt(Math.Pow(map[2 * a] - map[2 * b], 2) + Math.Pow(map[(2 * a) + 1] - map[(2 * b) + 1], 2));
}
