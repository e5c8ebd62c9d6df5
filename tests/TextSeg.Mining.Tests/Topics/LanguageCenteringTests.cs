using TextSeg.Mining.Topics;

namespace TextSeg.Mining.Tests.Topics;

public sealed class LanguageCenteringTests
{
    private static readonly VectorTable Rows = PlantedPosts.Make(1, 0.5, 60, 60, 20);
    private static readonly int[] All = [.. Enumerable.Range(0, 140)];
    private static readonly int[] Languages = PlantedPosts.Truth(60, 60, 20);

    [Fact]
    public void EachLargeLanguageLosesItsMean()
    {
        var centred = LanguageCentering.Center(Rows, All, Languages, 50);

        LengthOfMean(centred, 0, 60).ShouldBeLessThan(0.2);
        LengthOfMean(centred, 60, 120).ShouldBeLessThan(0.2);
    }

    [Fact]
    public void ASmallLanguageLosesTheMeanOfAll()
    {
        var centred = LanguageCentering.Center(Rows, All, Languages, 50);
        var together = LanguageCentering.Center(Rows, All, null, 50);

        centred.Values[(120 * 32)..].ShouldBe(together.Values[(120 * 32)..]);
        LengthOfMean(centred, 120, 140).ShouldBeGreaterThan(0.5);
    }

    [Fact]
    public void RowsAreUnitAgainAndRowsOfZerosStayZero()
    {
        var rows = new VectorTable(32, [.. Rows.Values, .. new float[32]]);

        var centred = LanguageCentering.Center(rows, [.. All, 140], null, 50);

        centred[140].ToArray().ShouldAllBe(value => value == 0);
        for (var row = 0; row < 140; row++)
        {
            Math.Sqrt(centred[row].ToArray().Sum(value => value * value)).ShouldBe(1, 1e-5);
        }
    }

    private static double LengthOfMean(VectorTable rows, int from, int to)
    {
        var mean = Enumerable.Range(0, rows.Dimension).Select(i => Enumerable.Range(from, to - from).Average(row => rows[row][i]));
        return Math.Sqrt(mean.Sum(value => value * value));
    }
}
