using TextSeg.Mining.Neighbors;
using TextSeg.Mining.Relevance;

namespace TextSeg.Mining.Tests.Relevance;

public sealed class RelevanceCalibrationTests
{
    private const int Dimension = 64;
    private const int Unrelated = 3000;
    private const int Related = 40;

    [Fact]
    public void PostsOfTheThemeAskedForAreRelevantAndTheirNumberIsAboutRight()
    {
        for (var seed = 0; seed < 5; seed++)
        {
            var (corpus, theme) = Corpus(seed, Related);

            var (indices, relevances) = Ask(corpus, theme);

            var relevant = indices.Where((_, place) => relevances[place] >= 0.5).ToArray();
            relevant.Length.ShouldBeInRange(Related * 3 / 4, Related * 5 / 4, $"seed {seed}");
            relevant.Count(row => row >= Unrelated).ShouldBeGreaterThanOrEqualTo(relevant.Length * 9 / 10, $"seed {seed}");
            relevances.Sum().ShouldBe(Related, Related * 0.3, $"seed {seed}");
        }
    }

    [Fact]
    public void AQueryAboutNothingInTheCorpusHasNoRelevantHits()
    {
        var best = new List<double>();
        for (var seed = 0; seed < 20; seed++)
        {
            var (corpus, _) = Corpus(seed, Related);
            best.Add(Ask(corpus, Directions(1, seed + 1000)[0]).Relevances[0]);
        }

        best.Average().ShouldBeLessThan(0.15);
        best.Count(relevance => relevance >= 0.5).ShouldBeLessThanOrEqualTo(2);
    }

    [Fact]
    public void OneOutstandingPostAmongThousandsIsRelevant()
    {
        var (corpus, theme) = Corpus(seed: 4, related: 1);

        var (indices, relevances) = Ask(corpus, theme);

        indices[0].ShouldBe(Unrelated);
        relevances[0].ShouldBeGreaterThan(0.7);
        relevances[1].ShouldBeLessThan(0.3);
    }

    [Fact]
    public void AHighBackgroundDoesNotMakePostsRelevant()
    {
        var crowd = Directions(1, seed: 77)[0];
        var rows = Directions(2000, seed: 78).Select(direction => Mix(crowd, direction, 1.2)).ToArray();
        var corpus = Table(rows);
        var query = Mix(crowd, Directions(1, seed: 79)[0], 1.2);

        var (indices, relevances) = Ask(corpus, query);

        SpanDot.Dot(query, corpus[indices[500]]).ShouldBeGreaterThan(0.5f);
        relevances[0].ShouldBeLessThan(0.5);
    }

    [Fact]
    public void RelevanceNeverRisesDownTheListAndEqualCosinesAreEqual()
    {
        var (corpus, theme) = Corpus(seed: 2, Related);
        var scale = RelevanceCalibration.Fit(corpus).For(theme, corpus.Count);
        float[] cosines = [0.9f, 0.9f, 0.8f, 0.7f, 0.7f, 0.7f, 0.3f, -1f];

        var relevances = scale.Of(cosines);

        relevances.ShouldBe(relevances.OrderDescending());
        relevances[0].ShouldBe(relevances[1]);
        relevances[3].ShouldBe(relevances[5]);
        relevances[^1].ShouldBe(0);
        relevances.ShouldAllBe(relevance => relevance >= 0 && relevance <= 1);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(30)]
    public void AHandfulOfEqualPostsGivesAnAnswer(int posts)
    {
        var row = Directions(1, seed: 1)[0];
        var corpus = Table([.. Enumerable.Repeat(row, posts)]);

        var (_, relevances) = Ask(corpus, row);

        relevances.ShouldAllBe(relevance => relevance >= 0 && relevance <= 1);
        Should.Throw<ArgumentException>(() => RelevanceCalibration.Fit(new VectorTable(3, [])));
    }

    private static (int[] Indices, double[] Relevances) Ask(VectorTable corpus, float[] query)
    {
        var hits = ExactNeighbors.Search(new VectorTable(Dimension, query), corpus, corpus.Count);
        return (hits.Indices, RelevanceCalibration.Fit(corpus).For(query, corpus.Count).Of(hits.Similarities));
    }

    /// <summary>Unrelated posts in all directions, then related ones about a theme.</summary>
    private static (VectorTable Corpus, float[] Theme) Corpus(int seed, int related)
    {
        var theme = Directions(1, seed + 500)[0];
        var unrelated = Directions(Unrelated, seed);
        var about = Directions(related, seed + 900).Select(direction => Mix(theme, direction, 1.6));
        return (Table([.. unrelated, .. about]), theme);
    }

    private static float[] Mix(float[] theme, float[] direction, double weight)
    {
        double[] sum = [.. theme.Zip(direction, (a, b) => (a * weight) + b)];
        var length = Math.Sqrt(sum.Sum(value => value * value));
        return [.. sum.Select(value => (float)(value / length))];
    }

    private static float[][] Directions(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => Mix(Gaussian(random), new float[Dimension], 1))];
    }

    private static float[] Gaussian(Random random) =>
        [.. Enumerable.Range(0, Dimension).Select(_ => (float)Enumerable.Range(0, 12).Sum(_ => random.NextDouble() - 0.5))];

    private static VectorTable Table(float[][] rows) => new(Dimension, [.. rows.SelectMany(row => row)]);
}
