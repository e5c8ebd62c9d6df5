using TextSeg.Nlp.Classifiers;

namespace TextSeg.Nlp.Tests.Classifiers;

public sealed class SummaryTableTests
{
    private static readonly float[][] Sums = [[1, 2], [10, 20], [100, 200]];
    private static readonly float[][] Maxima = [[5, -9], [-1, 7], [0, 0]];
    private static readonly float[][] First = [[0.5f], [0.25f], [0.125f]];

    [Theory]
    [InlineData(new[] { 0, 1, 2 }, new[] { 111f, 222f }, new[] { 5f, 7f }, new[] { 0.5f })]
    [InlineData(new[] { 2, 1 }, new[] { 110f, 220f }, new[] { 0f, 7f }, new[] { 0.125f })]
    [InlineData(new[] { 1 }, new[] { 10f, 20f }, new[] { -1f, 7f }, new[] { 0.25f })]
    [InlineData(new[] { 0, 0 }, new[] { 2f, 4f }, new[] { 5f, -9f }, new[] { 0.5f })]
    public void AWholeIsTheSumTheMaximumAndTheBeginOfItsTexts(int[] texts, float[] sums, float[] maxima, float[] first)
    {
        using var table = new SummaryTable(4, [2, 2, 1]);
        for (var row = 0; row < Sums.Length; row++)
        {
            var (cells, at) = (table.Slice(row, 1), row);
            new[] { Sums, Maxima, First }.Zip(cells).ToList().ForEach(pair => pair.First[at].CopyTo(pair.Second.GetTensorMutableDataAsSpan<float>()));
            Array.ForEach(cells, cell => cell.Dispose());
        }

        table.Join(3, texts);
        var whole = table.Slice(3, 1);
        whole.Select(cell => cell.GetTensorDataAsSpan<float>().ToArray()).ShouldBe([sums, maxima, first]);
        Array.ForEach(whole, cell => cell.Dispose());
    }

    [Fact]
    public void WhatLettersSayOfAWholeIsTheSumOfItsTexts()
    {
        using var table = new SummaryTable(3, [2, 2, 1, 4]);
        new[] { 1f, -2f, 3f, 4f }.CopyTo(table.LettersOf(0));
        new[] { 10f, 20f, -30f, 40f }.CopyTo(table.LettersOf(1));
        table.Join(2, [0, 1]);
        table.LettersOf(2).ToArray().ShouldBe([11f, 18f, -27f, 44f]);
        SummaryTable.NamesOf(4).ShouldBe(["sums", "maxima", "first", "letters"]);
    }
}
