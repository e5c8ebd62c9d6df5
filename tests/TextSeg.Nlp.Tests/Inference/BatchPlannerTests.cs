using Shouldly;
using TextSeg.Nlp.Inference;
using Xunit;

namespace TextSeg.Nlp.Tests.Inference;

public sealed class BatchPlannerTests
{
    private const int Seed = 7;

    [Fact]
    public void EveryRowIsInExactlyOneBatch()
    {
        var sequences = Random(200);
        var rows = BatchPlanner.Plan(sequences, 64).SelectMany(b => b.Rows.SelectMany(r => r));
        rows.Order().ShouldBe(Enumerable.Range(0, 200));
    }

    [Fact]
    public void NoBatchOfSeveralTextsExceedsTheBudget() =>
        BatchPlanner.Plan(Random(200), 64)
            .ShouldAllBe(b => b.Sequences.Length == 1 || b.Sequences.Length * b.Width <= 64);

    [Fact]
    public void BatchesHoldTheSameTextsWhateverTheOrderOfRows()
    {
        var sequences = Random(200);
        var shuffled = sequences.ToArray();
        new Random(Seed).Shuffle(shuffled);
        Describe(shuffled).ShouldBe(Describe(sequences));
    }

    [Fact]
    public void EqualTextsAreEncodedOnce()
    {
        var batch = BatchPlanner.Plan([[1, 2], [3], [1, 2]], 100).ShouldHaveSingleItem();
        batch.Sequences.Length.ShouldBe(2);
        batch.Rows[1].ShouldBe([0, 2], ignoreOrder: true);
    }

    [Fact]
    public void NoTextsMakeNoBatches() => BatchPlanner.Plan([], 64).ShouldBeEmpty();

    private static string Describe(int[][] sequences) =>
        string.Join('|', BatchPlanner.Plan(sequences, 64).Select(b => string.Join(';', b.Sequences.Select(s => string.Join(',', s)))));

    private static int[][] Random(int count)
    {
        var random = new Random(Seed);
        return [.. Enumerable.Range(0, count).Select(_ => Enumerable.Range(0, random.Next(1, 90)).Select(_ => random.Next(5)).ToArray())];
    }
}
