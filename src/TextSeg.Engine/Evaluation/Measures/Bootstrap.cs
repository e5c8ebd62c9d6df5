using TextSeg.Mining.Clustering;

namespace TextSeg.Engine.Evaluation.Measures;

/// <summary>
/// Intervals of 95 % by the bootstrap (Efron 1979, "Bootstrap methods: another look at the jackknife"): rows are drawn with replacement, as many as there are,
/// the figure is computed anew each time, and the middle 95 % of what comes out is the interval (the percentile method; Efron and Tibshirani 1993, chapter 13).
/// Rows that belong together, such as translations of one sentence, are drawn together. The same seed gives the same interval with any number of threads.
/// </summary>
public sealed class Bootstrap
{
    /// <summary>Fewer rows, or groups of rows drawn together, give no interval.</summary>
    public const int FewestUnits = 20;

    private const double Tail = 0.025;
    private readonly ulong _seed;
    private readonly int _resamples;

    /// <param name="seed">Seed of the draws.</param>
    /// <param name="resamples">How often rows are drawn, 100 to 100,000. Default 1,000, as Efron and Tibshirani advise for intervals (section 13.3).</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of resamples is out of its range.</exception>
    public Bootstrap(ulong seed, int resamples = 1_000)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(resamples, 100);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(resamples, 100_000);
        (_seed, _resamples) = (seed, resamples);
    }

    /// <summary>Units for rows that are each drawn by themselves.</summary>
    public static int[] EachAlone(int rows) => [.. Enumerable.Range(0, rows)];

    /// <summary>One figure with its interval.</summary>
    /// <param name="unitOf">The unit of each row, 0 and up: rows of one unit are drawn together.</param>
    /// <param name="figure">Computes the figure where each row counts as often as it was drawn; called from several threads at once. Draws where it is not a number are left out.</param>
    public Estimate Of(int[] unitOf, Func<int[], double> figure) => Of(unitOf, weights => [figure(weights)])[0];

    /// <summary>Several figures with their intervals, on the same draws.</summary>
    /// <param name="unitOf">As above.</param>
    /// <param name="figures">As above.</param>
    /// <param name="biased">Places of figures that repeated rows raise, as in <see cref="LessBias"/>.</param>
    public Estimate[] Of(int[] unitOf, Func<int[], double[]> figures, params int[] biased)
    {
        var (values, drawn) = Draw(unitOf, figures);
        return [.. values.Select((value, place) => Interval(value, [.. drawn.Select(row => row[place]).Where(double.IsFinite).Order()], Array.IndexOf(biased, place) >= 0))];
    }

    /// <summary>
    /// The same for figures that rise when rows are repeated, such as agreement of groups (two copies of a row always agree) and calibration errors (chance in a bin is
    /// never negative): how far the draws lie above the figure on average, their bias (Efron and Tibshirani 1993, section 10.2), is taken off both ends; such figures are never below 0.
    /// </summary>
    public Estimate LessBias(int[] unitOf, Func<int[], double> figure) => Of(unitOf, weights => [figure(weights)], biased: 0)[0];

    private (double[] Values, double[][] Drawn) Draw(int[] unitOf, Func<int[], double[]> figures)
    {
        var once = new int[unitOf.Length];
        Array.Fill(once, 1);
        var units = unitOf.Length == 0 ? 0 : unitOf.Max() + 1;
        var drawn = new double[units < FewestUnits ? 0 : _resamples][];
        Parallel.For(0, drawn.Length, sample => drawn[sample] = figures(Weights(unitOf, units, sample)));
        return (figures(once), drawn);
    }

    private int[] Weights(int[] unitOf, int units, int sample)
    {
        var seed = StableRandom.Derive(_seed, sample);
        var counts = new int[units];
        for (var draw = 0; draw < units; draw++)
        {
            counts[(int)(StableRandom.Unit(seed, (ulong)draw) * units)]++;
        }

        return Array.ConvertAll(unitOf, unit => counts[unit]);
    }

    private static Estimate Interval(double value, double[] sorted, bool isBiased)
    {
        if (sorted.Length == 0 || !double.IsFinite(value))
        {
            return new Estimate(double.IsFinite(value) ? value : null, null, null);
        }

        var (low, high) = (Quantile(sorted, Tail), Quantile(sorted, 1 - Tail));
        var bias = sorted.Average() - value;
        return isBiased ? new Estimate(value, Math.Max(0, low - bias), high - bias) : new Estimate(value, low, high);
    }

    /// <summary>Between two values in proportion (Hyndman and Fan 1996, definition 7).</summary>
    private static double Quantile(double[] sorted, double share)
    {
        var place = share * (sorted.Length - 1);
        var below = (int)place;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((place - below) * (sorted[above] - sorted[below]));
    }
}
