using TextSeg.Mining.Significance;

namespace TextSeg.Mining.Tests.Significance;

public sealed class SignificanceTests
{
    // Reference values: scipy.stats.norm.sf(z) * 2.
    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.5, 0.6170750774519738)]
    [InlineData(-1.96, 0.04999579029644087)]
    [InlineData(2.999, 0.002708692)]
    [InlineData(3.001, 0.002690961)]
    [InlineData(8, 1.2441921148543639e-15)]
    public void TheNormalTailIsThatOfTheTables(double z, double chance) => NormalTail.TwoSided(z).ShouldBe(chance, chance * 1e-4);

    [Fact]
    public void MannWhitneyCountsWinsAndCorrectsForTies()
    {
        // Inside 3, 4, 4, 5, outside 1, 2, 2, 4: 13 wins and 2 ties of 16 pairs; variance 4·4/12·(9 − (6+24)/56).
        var (effect, chance) = new MannWhitney([3, 4, 4, 5, 1, 2, 2, 4, double.NaN]).Compare([1, 1, 1, 1, 0, 0, 0, 0, 1]);

        effect.ShouldBe((13 - 1) / 16.0, 1e-9);
        chance.ShouldBe(NormalTail.TwoSided(6 / Math.Sqrt(16 / 12.0 * (9 - (30 / 56.0)))), 1e-9);
    }

    [Fact]
    public void EqualValuesAndEmptyGroupsAreNoDifference()
    {
        new MannWhitney([2, 2, 2, 2]).Compare([1, 1, 0, 0]).ShouldBe((0, 1));
        new MannWhitney([1, 2]).Compare([1, 1]).ShouldBe((0, 1));
    }

    [Fact]
    public void TwoProportionsFollowTheFormula()
    {
        TwoProportions.PValue(30, 100, 30, 100).ShouldBe(1, 1e-12);
        TwoProportions.PValue(45, 100, 30, 100).ShouldBe(NormalTail.TwoSided(0.15 / Math.Sqrt(0.375 * 0.625 * 0.02)), 1e-12);
        TwoProportions.PValue(0, 0, 1, 2).ShouldBe(1);
    }

    [Fact]
    public void TheFalseDiscoveryRateIsThatOfThePaper()
    {
        // The fifteen tests of Benjamini and Hochberg 1995, section 4.1: four are found at 0.05.
        double[] pValues = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0];

        var qValues = FalseDiscoveryRate.QValues(pValues);

        qValues.Count(q => q <= 0.05).ShouldBe(4);
        qValues[0].ShouldBe(0.0015, 1e-9);
        qValues.ShouldBe(qValues.Order());
    }
}
