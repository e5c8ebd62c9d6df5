using TextSeg.Mining.Relevance;

namespace TextSeg.Mining.Tests.Relevance;

public sealed class RelevantCountTests
{
    private const long Posts = 200_000;
    private const int Most = 7_000;
    private readonly RelevantCount _count = new(Posts, Most);

    [Theory]
    [InlineData(1, 0)]
    [InlineData(1, 0.001)]
    [InlineData(3, 2.9)]
    [InlineData(20, 1)]
    [InlineData(100, 30)]
    [InlineData(400, 410)]
    [InlineData(5_000, 5_200)]
    [InlineData(6_000, 5_400)]
    [InlineData(7_000, 5_999.5)]
    [InlineData(10, 6_000)]
    public void TheMeanIsThatOfTheFormulaTermByTerm(int hits, double expected) => _count.Mean(hits, expected).ShouldBe(TermByTerm(hits, expected), 1e-7);

    /// <summary>The posterior mean by logarithms, one background count after the other.</summary>
    private static double TermByTerm(int hits, double expected)
    {
        var logs = new List<(double Log, int Relevant)> { (LogPoisson(hits) + Math.Log(0.5), 0) };
        var reach = 12 * (Math.Sqrt(expected) + 1);
        for (var background = (int)Math.Clamp(expected - reach, 0, hits); background <= (int)Math.Clamp(expected + reach, 0, hits - 1); background++)
        {
            logs.Add((LogPoisson(background) + Math.Log(0.5 / ((hits - background) * (Math.Log(Posts) + 0.5772156649))), hits - background));
        }

        var highest = logs.Max(pair => pair.Log);
        return logs.Sum(pair => pair.Relevant * Math.Exp(pair.Log - highest)) / logs.Sum(pair => Math.Exp(pair.Log - highest));

        double LogPoisson(int count) => (count * Math.Log(Math.Max(expected, double.Epsilon))) - expected - Enumerable.Range(1, count).Sum(k => Math.Log(k));
    }
}
