using TextSeg.Mining.Clustering;
using TextSeg.Mining.Topics;

namespace TextSeg.Mining.Tests.Topics;

public sealed class TopicFinderTests
{
    private static readonly int[] Sizes = [60, 50, 40, 40, 30, 30, 25, 25];

    [Fact]
    public void PlantedTopicsAreFoundWithoutSayingHowMany()
    {
        var tree = Find(new TopicInput(PlantedPosts.Make(1, 0.6, Sizes)));

        tree.K.ShouldBe(8);
        ClusterAgreement.AdjustedRand(tree.Reader.TopicOf, PlantedPosts.Truth(Sizes)).ShouldBeGreaterThan(0.98);
        tree.ShareOf(PostState.None).ShouldBe(0);
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    public void OrderOfRowsAndNumberOfThreadsChangeNothing(int seed)
    {
        var rows = PlantedPosts.Make(seed, 1.1, Sizes);
        var keys = PlantedPosts.Keys(rows.Count);
        var order = Enumerable.Range(0, rows.Count).ToArray();
        new Random(seed).Shuffle(order);
        var shuffled = new TopicInput(PlantedPosts.Reorder(rows, order)) { StableKeyOf = Array.ConvertAll(order, row => keys[row]) };

        var one = Find(new TopicInput(rows) { StableKeyOf = keys }, new TopicOptions { Threads = 1 });
        var two = Find(shuffled, new TopicOptions { Threads = 2 });

        two.Levels.Length.ShouldBe(one.Levels.Length, $"seed {seed}");
        for (var level = 0; level < one.Levels.Length; level++)
        {
            two.Levels[level].TopicOf.ShouldBe(Array.ConvertAll(order, row => one.Levels[level].TopicOf[row]), $"seed {seed}");
            two.Levels[level].Stability.ShouldBe(one.Levels[level].Stability);
            two.Levels[level].Silhouette.ShouldBe(one.Levels[level].Silhouette);
        }

        two.StrengthOf.ShouldBe(Array.ConvertAll(order, row => one.StrengthOf[row]));
        two.StateOf.ShouldBe(Array.ConvertAll(order, row => one.StateOf[row]));
    }

    [Fact]
    public void SameTextAlwaysLandsInTheSameTopic()
    {
        var rows = PlantedPosts.Make(3, 0.9, Sizes);
        var copies = Enumerable.Range(0, rows.Count).Concat(Enumerable.Range(0, rows.Count)).ToArray();
        var input = new TopicInput(PlantedPosts.Reorder(rows, copies)) { TextKeyOf = Array.ConvertAll(copies, row => (long)row) };

        var tree = Find(input);

        tree.Reader.TopicOf[..rows.Count].ShouldBe(tree.Reader.TopicOf[rows.Count..]);
        tree.Graph.NodeSizes.ShouldAllBe(size => size == 2);
        tree.Reader.Topics.Sum(topic => topic.Size).ShouldBe(2 * rows.Count);
    }

    [Fact]
    public void EachLevelLiesInsideTheOneBeforeAndHasMoreTopics()
    {
        var tree = Find(new TopicInput(PlantedPosts.Make(5, 0.8, [.. Enumerable.Repeat(30, 24)])));

        tree.Levels.Length.ShouldBeGreaterThan(1);
        for (var level = 1; level < tree.Levels.Length; level++)
        {
            var (before, here) = (tree.Levels[level - 1], tree.Levels[level]);
            here.Count.ShouldBeGreaterThan(before.Count);
            for (var row = 0; row < here.TopicOf.Length; row++)
            {
                here.Topics[here.TopicOf[row]].Parent.ShouldBe(before.TopicOf[row]);
                before.Topics[before.TopicOf[row]].Children.ShouldContain(here.TopicOf[row]);
            }
        }
    }

    [Fact]
    public void LanguagesDoNotBecomeTopics()
    {
        var themes = PlantedPosts.Make(7, 0.5, 60, 60, 60, 60);
        var shift = PlantedPosts.Make(8, 0, 1, 1);
        var language = Enumerable.Range(0, themes.Count).Select(row => row % 2).ToArray();
        var mixed = new float[themes.Values.Length];
        for (var i = 0; i < mixed.Length; i++)
        {
            mixed[i] = (themes.Values[i] + (1.5f * shift[language[i / 32]][i % 32])) / 2;
        }

        var rows = new VectorTable(32, mixed);
        var plain = Find(new TopicInput(rows) { LanguageOf = language }, new TopicOptions { CenterByLanguage = false });
        var centred = Find(new TopicInput(rows) { LanguageOf = language });

        ClusterAgreement.Between(plain.Reader.TopicOf, language).NormalizedMutualInformation.ShouldBeGreaterThan(0.3);
        ClusterAgreement.Between(centred.Reader.TopicOf, language).NormalizedMutualInformation.ShouldBeLessThan(0.05);
        ClusterAgreement.AdjustedRand(centred.Reader.TopicOf, PlantedPosts.Truth(60, 60, 60, 60)).ShouldBeGreaterThan(0.95);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(10)]
    [InlineData(17)]
    public void VerySmallCollectionsGiveAResult(int count)
    {
        var tree = Find(new TopicInput(PlantedPosts.Make(2, 0.5, count)));

        tree.Reader.TopicOf.Length.ShouldBe(count);
        tree.StateOf.Length.ShouldBe(count);
        tree.Reader.Topics.Sum(topic => topic.Size).ShouldBe(tree.Reader.TopicOf.Count(topic => topic >= 0));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(500)]
    public void IdenticalPostsAreOneTopic(int count)
    {
        var one = PlantedPosts.Make(4, 0, 1);
        var tree = Find(new TopicInput(PlantedPosts.Reorder(one, new int[count])));

        tree.K.ShouldBe(1);
        tree.Reader.TopicOf.ShouldAllBe(topic => topic == 0);
        tree.Reader.Topics[0].Size.ShouldBe(count);
        tree.Reader.Topics[0].DistinctTexts.ShouldBe(1);
    }

    [Fact]
    public void PostsWithoutWordsAreInNoTopic()
    {
        var rows = PlantedPosts.Make(6, 0.5, 40, 40);
        var values = rows.Values.Concat(new float[3 * rows.Dimension]).ToArray();

        var tree = Find(new TopicInput(new VectorTable(rows.Dimension, values)));

        tree.Reader.TopicOf[80..].ShouldBe([-1, -1, -1]);
        tree.StateOf[80..].ShouldBe([PostState.None, PostState.None, PostState.None]);
        tree.K.ShouldBe(2);
    }

    [Fact]
    public void PostsOfOneAuthorAreGroupedLikeOthers()
    {
        var rows = PlantedPosts.Make(9, 0.6, Sizes);

        var tree = Find(new TopicInput(rows) { AuthorOf = new int[rows.Count] });

        ClusterAgreement.AdjustedRand(tree.Reader.TopicOf, PlantedPosts.Truth(Sizes)).ShouldBeGreaterThan(0.98);
    }

    [Fact]
    public void InputThatDoesNotFitIsSaidInOneSentence()
    {
        var input = new TopicInput(PlantedPosts.Make(1, 0.5, 4)) { AuthorOf = [1], LanguageOf = [1, 2] };

        var fault = Should.Throw<ArgumentException>(() => Find(input));

        fault.Message.ShouldContain("2 languages for 4 rows");
        fault.Message.ShouldContain("1 authors for 4 rows");
    }

    [Fact]
    public void AWantedNumberOfTopicsIsComeNear()
    {
        var rows = PlantedPosts.Make(5, 0.8, [.. Enumerable.Repeat(30, 24)]);

        Find(new TopicInput(rows), new TopicOptions { Level = 24 }).K.ShouldBeInRange(20, 28);
    }

    private static TopicTree Find(TopicInput input, TopicOptions? options = null) => new TopicFinder(options ?? new TopicOptions()).Find(input);
}
