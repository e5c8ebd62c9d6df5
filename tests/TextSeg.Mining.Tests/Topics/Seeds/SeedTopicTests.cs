using TextSeg.Mining.Clustering;
using TextSeg.Mining.Topics;
using TextSeg.Mining.Topics.Seeds;

namespace TextSeg.Mining.Tests.Topics.Seeds;

public sealed class SeedTopicTests
{
    private const int Themes = 8;
    private const int PostsOfTheme = 30;
    private const int Dimension = 32;
    private const double Noise = 0.12;

    [Fact]
    public void ADescribedTopicHasItsNameAndItsPosts()
    {
        var tree = Find(Posts(), Seed("Second", 1, 1, 1), Seed("Fifth", 4));
        foreach (var (name, theme) in new[] { ("Second", 1), ("Fifth", 4) })
        {
            var topic = Array.FindIndex(tree.Reader.Topics, topic => topic.SeedName == name);
            Rows(tree, topic).ShouldBe(Enumerable.Range(theme * PostsOfTheme, PostsOfTheme));
        }

        tree.EmptySeeds.ShouldBeEmpty();
    }

    [Fact]
    public void WhatNoSeedClaimsStaysAsItWas()
    {
        var (free, seeded) = (Find(Posts()), Find(Posts(), Seed("Second", 1)));
        var others = Enumerable.Range(0, Themes * PostsOfTheme).Where(row => row / PostsOfTheme != 1).ToArray();
        ClusterAgreement.AdjustedRand(Array.ConvertAll(others, row => free.Reader.TopicOf[row]), Array.ConvertAll(others, row => seeded.Reader.TopicOf[row])).ShouldBe(1, 1e-9);
        seeded.Reader.Topics.Count(topic => topic.SeedName is not null).ShouldBe(1);
    }

    [Fact]
    public void ASeedThatNothingSupportsIsSaidAndHasNoTopic()
    {
        var tree = Find(Posts(), Seed("Nothing of the kind", 40), Seed("Second", 1));
        tree.EmptySeeds.ShouldBe(["Nothing of the kind"]);
        tree.Reader.Topics.Select(topic => topic.SeedName).OfType<string>().ShouldBe(["Second"]);
    }

    [Fact]
    public void TwoSeedsNeverShareATopic()
    {
        var tree = Find(Posts(), Seed("First", 0), Seed("First again", 0), Seed("Third", 2));
        var named = tree.Reader.Topics.Where(topic => topic.SeedName is not null).Select(topic => topic.SeedName!).ToArray();
        named.ShouldBeUnique();
        named.Length.ShouldBe(3 - tree.EmptySeeds.Count);
        named.ShouldContain("Third");
    }

    [Fact]
    public void TheOrderOfPostsAndTheNumberOfThreadsDoNotMatter()
    {
        const int seed = 11;
        var posts = Posts();
        var order = Enumerable.Range(0, posts.Vectors.Count).OrderBy(row => StableRandom.Bits(seed, (ulong)row)).ToArray();
        var shuffled = new TopicInput(GroupMeans.Gather(posts.Vectors, order)) { StableKeyOf = Array.ConvertAll(order, row => posts.StableKeyOf![row]) };
        SeedTopic[] seeds = [Seed("Second", 1), Seed("First", 0), Seed("First again", 0)];
        var (one, other) = (Find(posts, seeds), new TopicFinder(new TopicOptions { Threads = 2 }).Find(shuffled with { Seeds = seeds }));
        other.Reader.TopicOf.ShouldBe(Array.ConvertAll(order, row => one.Reader.TopicOf[row]));
        other.Reader.Topics.Select(topic => topic.SeedName).ShouldBe(one.Reader.Topics.Select(topic => topic.SeedName));
    }

    [Fact]
    public void LevelsStayInsideOneAnother()
    {
        var tree = Find(Posts(), Seed("Second", 1), Seed("Two themes", 2, 3));
        for (var row = 0; row < tree.StateOf.Length; row++)
        {
            var path = tree.PathOf(row);
            for (var level = 1; level < path.Length; level++)
            {
                tree.Levels[level].Topics[path[level]].Parent.ShouldBe(path[level - 1]);
            }
        }
    }

    private static TopicTree Find(TopicInput posts, params SeedTopic[] seeds) => new TopicFinder(new TopicOptions { Threads = 1 }).Find(posts with { Seeds = seeds });

    private static int[] Rows(TopicTree tree, int topic) => [.. Enumerable.Range(0, tree.StateOf.Length).Where(row => tree.Reader.TopicOf[row] == topic)];

    private static SeedTopic Seed(string name, params int[] themes) =>
        new(name, new VectorTable(Dimension, [.. themes.SelectMany((theme, phrase) => Vector(theme, 5_000 + phrase))]), [.. themes.Select(_ => -1)]);

    private static TopicInput Posts() => new(new VectorTable(Dimension, [.. Enumerable.Range(0, Themes * PostsOfTheme).SelectMany(row => Vector(row / PostsOfTheme, row))]))
    {
        StableKeyOf = [.. Enumerable.Range(0, Themes * PostsOfTheme).Select(row => StableRandom.Bits(99, (ulong)row))],
    };

    // A direction for each theme, and around it a cloud.
    private static float[] Vector(int theme, int post)
    {
        var (centre, around) = (new Random(1_000 + theme), new Random((theme * 100_000) + post));
        double[] values = [.. Enumerable.Range(0, Dimension).Select(_ => centre.NextDouble() - 0.5 + (Noise * 4 * (around.NextDouble() - 0.5)))];
        var length = Math.Sqrt(values.Sum(value => value * value));
        return Array.ConvertAll(values, value => (float)(value / length));
    }
}
