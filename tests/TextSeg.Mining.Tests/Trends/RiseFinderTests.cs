using TextSeg.Mining.Trends;

namespace TextSeg.Mining.Tests.Trends;

public sealed class RiseFinderTests
{
    private static PeriodVotes Draw(int seed, int votes, params double[] shares)
    {
        var random = new Random(seed);
        return new PeriodVotes(
            [.. shares.Select(share => (double)Enumerable.Range(0, votes).Count(_ => random.NextDouble() < share))], [.. shares.Select(_ => votes)]);
    }

    private static double[] Flat(double share, int periods = 18) => [.. Enumerable.Repeat(share, periods)];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void ASlopeIsFoundWithinAPeriodOfItsStart(int seed)
    {
        double[] shares = [.. Enumerable.Range(0, 18).Select(period => 0.11 + (Math.Max(0, period - 13) * 0.14))];

        var rise = RiseFinder.Find([Draw(seed, 60, shares), Draw(seed + 100, 60, Flat(0.2))])[0].ShouldNotBeNull();

        rise.Start.ShouldBeInRange(13, 15, $"seed {seed}");
        rise.After.ShouldBeGreaterThan(rise.Before + 0.15);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    public void AStepIsFoundWhereItIs(int seed) =>
        RiseFinder.Find([Draw(seed, 60, [.. Flat(0.1, 9), .. Flat(0.4, 9)])])[0].ShouldNotBeNull().Start.ShouldBeInRange(8, 10);

    [Fact]
    public void ChanceAloneIsHardlyEverTakenForARise()
    {
        var found = Enumerable.Range(0, 100).SelectMany(seed => RiseFinder.Find([.. Enumerable.Range(0, 10).Select(topic => Draw((seed * 10) + topic, 40, Flat(0.25)))])).Count(rise => rise is not null);

        found.ShouldBeLessThanOrEqualTo(10, "a hundredth of 1,000 series");
    }

    [Fact]
    public void PeriodsThatScatterByThemselvesAreNoRise()
    {
        var found = Enumerable.Range(0, 100).Count(seed =>
        {
            var random = new Random(seed);
            return RiseFinder.Find([Draw(seed, 200, [.. Enumerable.Range(0, 18).Select(_ => 0.1 + (random.NextDouble() * 0.4))])])[0] is not null;
        });

        found.ShouldBeLessThanOrEqualTo(5);
    }

    [Fact]
    public void AFallAndTooFewVotesAreNoRise()
    {
        RiseFinder.Find([Draw(6, 60, [.. Flat(0.5, 9), .. Flat(0.1, 9)]), Draw(7, 1, [.. Flat(0, 9), .. Flat(1, 9)])]).ShouldAllBe(rise => rise == null);
        RiseFinder.Find([]).ShouldBeEmpty();
    }
}
