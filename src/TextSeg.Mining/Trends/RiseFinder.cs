using TextSeg.Mining.Significance;

namespace TextSeg.Mining.Trends;

/// <summary>
/// Finds where a share begins to rise. Each period is tried as the start of a step and of a slope by the test for trend in proportions
/// (Armitage 1955, "Tests for linear trends in proportions and frequencies"), its scores being 0 before the start and 1, or 1, 2, 3 …, from it on.
/// Where periods scatter more than chance explains, the test is weakened by as much (overdispersion; McCullagh and Nelder 1989, section 4.5).
/// The best of a series is corrected for the number of tries (Bonferroni), and all series for their number (Benjamini and Hochberg 1995).
/// </summary>
public static class RiseFinder
{
    /// <summary>Votes that each side of the start must have.</summary>
    private const int FewestVotes = 20;

    /// <summary>Below this q-value a rise is told.</summary>
    private const double Level = 0.01;

    /// <summary>A smaller rise is not worth a reader's time, however sure it is.</summary>
    private const double LeastRise = 0.05;

    /// <summary>The rise of each series, null where there is none that is more than chance.</summary>
    public static IReadOnlyList<Rise?> Find(IReadOnlyList<PeriodVotes> series)
    {
        var best = series.Select(Best).ToArray();
        var qValues = FalseDiscoveryRate.QValues([.. best.Select(rise => rise?.QValue ?? 1)]);
        return [.. best.Select((rise, i) => rise is not null && qValues[i] < Level && rise.After - rise.Before >= LeastRise ? rise with { QValue = qValues[i] } : null)];
    }

    /// <summary>The strongest rise of one series with its chance after all tries, null where no start has votes enough on both sides.</summary>
    private static Rise? Best(PeriodVotes series)
    {
        var tries = new List<(int Start, double Z)>();
        for (var start = 1; start < series.Votes.Length; start++)
        {
            if (series.Votes[..start].Sum() >= FewestVotes && series.Votes[start..].Sum() >= FewestVotes)
            {
                var from = start;
                tries.Add((start, Standing(series, period => period >= from ? 1 : 0)));
                tries.Add((start, Standing(series, period => Math.Max(0, period - from + 1))));
            }
        }

        if (tries.Count == 0)
        {
            return null;
        }

        var (first, z) = tries.MaxBy(one => one.Z);
        var chance = z > 0 ? Math.Min(1, tries.Count * NormalTail.TwoSided(z) / 2) : 1;
        return new Rise(first, Share(series, 0, first), Share(series, first, series.Votes.Length), chance);
    }

    /// <summary>How many standard errors the share rises along the scores.</summary>
    private static double Standing(PeriodVotes series, Func<int, double> scoreOf)
    {
        var votes = series.Votes.Sum();
        var share = series.Hits.Sum() / votes;
        double meanScore = 0, trend = 0, spread = 0;
        for (var period = 0; period < series.Votes.Length; period++)
        {
            meanScore += series.Votes[period] * scoreOf(period) / votes;
        }

        for (var period = 0; period < series.Votes.Length; period++)
        {
            var score = scoreOf(period) - meanScore;
            trend += score * series.Hits[period];
            spread += score * score * series.Votes[period];
        }

        var variance = share * (1 - share) * spread;
        return variance > 0 ? trend / Math.Sqrt(variance * Dispersion(series, scoreOf, share, trend / spread, meanScore)) : 0;
    }

    /// <summary>Pearson's statistic over its degrees of freedom, about the fitted line; at least 1.</summary>
    private static double Dispersion(PeriodVotes series, Func<int, double> scoreOf, double share, double slope, double meanScore)
    {
        double sum = 0;
        var periods = 0;
        for (var period = 0; period < series.Votes.Length; period++)
        {
            if (series.Votes[period] > 0)
            {
                var expected = Math.Clamp(share + (slope * (scoreOf(period) - meanScore)), 0.01, 0.99);
                var off = series.Hits[period] - (series.Votes[period] * expected);
                sum += off * off / (series.Votes[period] * expected * (1 - expected));
                periods++;
            }
        }

        return periods > 2 ? Math.Max(1, sum / (periods - 2)) : 1;
    }

    private static double Share(PeriodVotes series, int from, int until) => series.Hits[from..until].Sum() / Math.Max(1, series.Votes[from..until].Sum());
}
