using TextSeg.Mining.Tests.Topics;

namespace TextSeg.Mining.Tests;

public sealed class LanguageMeansTests
{
    private static readonly VectorTable Rows = PlantedPosts.Make(1, 0.5, 60, 60, 20);
    private static readonly int[] All = [.. Enumerable.Range(0, 140)];
    private static readonly int[] Languages = PlantedPosts.Truth(60, 60, 20);

    [Fact]
    public void EachLargeLanguageLosesItsMean()
    {
        var centred = LanguageMeans.TakenOff(Rows, All, Languages);

        LengthOfMean(centred, 0, 60).ShouldBeLessThan(0.2);
        LengthOfMean(centred, 60, 120).ShouldBeLessThan(0.2);
    }

    [Fact]
    public void ASmallLanguageLosesTheMeanOfAll()
    {
        var centred = LanguageMeans.TakenOff(Rows, All, Languages);
        var together = LanguageMeans.TakenOff(Rows, All, null);

        centred.Values[(120 * 32)..].ShouldBe(together.Values[(120 * 32)..]);
        LengthOfMean(centred, 120, 140).ShouldBeGreaterThan(0.5);
    }

    [Fact]
    public void RowsAreUnitAgainAndRowsOfZerosStayZero()
    {
        var rows = new VectorTable(32, [.. Rows.Values, .. new float[32]]);

        var centred = LanguageMeans.TakenOff(rows, [.. All, 140], null);

        centred[140].ToArray().ShouldAllBe(value => value == 0);
        for (var row = 0; row < 140; row++)
        {
            Math.Sqrt(centred[row].ToArray().Sum(value => value * value)).ShouldBe(1, 1e-5);
        }
    }

    [Fact]
    public void WhatALanguageSharesIsTakenOff()
    {
        // In the second language both rows lean to the third axis.
        var table = new VectorTable(3, [1, 0, 0, 0, 1, 0, 0.6f, 0, 0.8f, 0, 0.6f, 0.8f]);

        var centred = LanguageMeans.TakenOff(table, [0, 1, 2, 3], [0, 0, 1, 1], minimum: 1);

        var half = MathF.Sqrt(0.5f);
        centred.Values.Zip([half, -half, 0, -half, half, 0, half, -half, 0, -half, half, 0]).ShouldAllBe(pair => MathF.Abs(pair.First - pair.Second) < 1e-6f);
    }

    [Fact]
    public void ARowThatIsItsLanguagesMeanStaysAsItIs() =>
        LanguageMeans.TakenOff(new VectorTable(2, [0.6f, 0.8f]), [0], [0], minimum: 1).Values.ShouldBe([0.6f, 0.8f]);

    [Fact]
    public void ATableThatIsShortenedStaysSo()
    {
        var shortened = LanguageMeans.TakenOff(new VectorTable(QuantizedRows.From(Rows)), All, Languages);

        shortened.Shortened.ShouldNotBeNull();
        var whole = LanguageMeans.TakenOff(Rows, All, Languages);
        shortened.Values.Zip(whole.Values).ShouldAllBe(pair => Math.Abs(pair.First - pair.Second) < 0.05f);
    }

    private static double LengthOfMean(VectorTable rows, int from, int to)
    {
        var mean = Enumerable.Range(0, rows.Dimension).Select(i => Enumerable.Range(from, to - from).Average(row => rows[row][i]));
        return Math.Sqrt(mean.Sum(value => value * value));
    }
}
