using TextSeg.Mining.Topics;

namespace TextSeg.Mining.Tests.Topics;

public sealed class SameTextsTests
{
    [Fact]
    public void NearlyEqualTextsBecomeOneNodeInATopicOfTheirOwn()
    {
        var rows = PlantedPosts.Make(1, 0.6, 60, 60, 60);
        var template = PlantedPosts.Make(2, 0.05, 100);
        var all = new VectorTable(32, [.. rows.Values, .. template.Values]);

        var tree = new TopicFinder(new TopicOptions()).Find(new TopicInput(all));

        tree.Graph.NodeOf[180..].Distinct().Count().ShouldBe(1);
        tree.Graph.NodeSizes.Max().ShouldBe(100);
        tree.Reader.TopicOf[180..].Distinct().Count().ShouldBe(1);
        tree.Reader.TopicOf[..180].ShouldNotContain(tree.Reader.TopicOf[180]);
    }

    [Fact]
    public void LikenessIsNotHandedOnInAChain()
    {
        var chain = new float[2 * 40];
        for (var row = 0; row < 40; row++)
        {
            (chain[2 * row], chain[(2 * row) + 1]) = (MathF.Cos(0.05f * row), MathF.Sin(0.05f * row));
        }

        var options = new TopicOptions { CenterByLanguage = false, SameTextCosine = 0.998 };
        var tree = new TopicFinder(options).Find(new TopicInput(new VectorTable(2, chain)));

        tree.Graph.NodeSizes.Max().ShouldBeLessThanOrEqualTo(3);
        tree.Graph.NodeSizes.Length.ShouldBeGreaterThan(10);
    }

    [Fact]
    public void TextsWithUnequalKeysStayApartUnlessTheirVectorsAreNear()
    {
        var rows = PlantedPosts.Make(3, 0.9, 40, 40);

        var tree = new TopicFinder(new TopicOptions()).Find(new TopicInput(rows) { TextKeyOf = [.. Enumerable.Range(0, 80).Select(row => (long)row)] });

        tree.Graph.NodeSizes.Length.ShouldBe(80);
    }
}
