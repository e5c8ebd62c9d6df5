using System.Globalization;
using Microsoft.Extensions.AI;
using TextSeg.Engine.Evaluation;
using TextSeg.Engine.Standalone;
using TextSeg.Mining;
using TextSeg.Mining.Clustering;
using TextSeg.Mining.Topics;

namespace TextSeg.Engine.Tests.Evaluation;

public sealed class ClustererComparisonTests
{
    private static readonly string[] Themes = ["lamp bulb switch light", "bread dough oven flour", "chain pedal brake wheel"];

    [Fact]
    public async Task EveryClustererIsMeasuredOnTheSamePosts()
    {
        var posts = Posts(240, labelled: true);

        var comparison = ClustererComparison.Run(posts, await Vectors(posts), new TopicOptions { Level = 3 }, TimeProvider.System, null, default);

        comparison.Clusterers.Select(figures => figures.Name).ShouldBe(ClustererCatalog.Names);
        (comparison.Posts, comparison.TrueK).ShouldBe((240, 3));
        foreach (var figures in comparison.Clusterers)
        {
            figures.LeftOut.ShouldBeNull();
            figures.Score.ShouldBeInRange(0, 1);
            figures.Agreement!.TrueClasses.ShouldBe(3);
            figures.MemoryMegabytes.ShouldBeGreaterThanOrEqualTo(0);
        }

        var graph = comparison.Clusterers[0];
        graph.Agreement!.AdjustedRandIndex.ShouldBe(1, 1e-9, "the themes share no word but one");
        graph.Score.ShouldBeInRange(0.4, 2 / 3.0, "of three equal groups, two posts in three are elsewhere");
        ClustererCatalog.Names.ShouldContain(comparison.Advice.Name);
    }

    [Fact]
    public async Task WithoutLabelsThereIsNoAgreement()
    {
        var posts = Posts(60, labelled: false);

        var comparison = ClustererComparison.Run(posts, await Vectors(posts), new TopicOptions(), TimeProvider.System, null, default);

        comparison.TrueK.ShouldBeNull();
        comparison.Clusterers.ShouldAllBe(figures => figures.Agreement == null);
    }

    private static PreparedPost[] Posts(int count, bool labelled)
    {
        var random = new Random(5);
        return [.. Enumerable.Range(0, count).Select(i =>
        {
            var words = Themes[i % Themes.Length].Split(' ');
            return new PreparedPost
            {
                Source = "posts", Id = i.ToString(CultureInfo.InvariantCulture), TextKey = i, GuessedLanguage = "en", LanguageConfidence = 1,
                Prose = $"{string.Join(' ', Enumerable.Range(0, 6).Select(_ => words[random.Next(words.Length)]))} number{i}",
                Label = labelled ? Themes[i % Themes.Length] : null,
            };
        })];
    }

    private static async Task<VectorTable> Vectors(PreparedPost[] posts)
    {
        using var encoder = new WordHashEncoder();
        var vectors = await encoder.GenerateAsync(posts.Select(post => post.Prose));
        return new VectorTable(48, [.. vectors.SelectMany(vector => vector.Vector.ToArray())]);
    }
}
