using System.Runtime.Intrinsics;

namespace TextSeg.Mining.Relevance;

/// <summary>
/// How many of N hits are relevant when the background gives Poisson(E) of them: the posterior mean, the prior being one half for none at all
/// and the other half shared by 1, 2, 3 … in proportion to 1/R (the scale-invariant prior of Jeffreys), so that one outstanding hit counts and a merely best one does not.
/// </summary>
internal sealed class RelevantCount
{
    private const double NonePrior = 0.5;
    private const double EulerGamma = 0.5772156649;

    /// <summary>Background counts further from E than this many standard deviations are left out.</summary>
    private const double Width = 12;

    private static readonly int Lanes = Vector512<double>.Count;
    private readonly double _harmonic;
    private readonly double[] _logFactorial;

    /// <summary>1 / ((b + 1) … (b + 8)): what eight steps of the Poisson recurrence divide by.</summary>
    private readonly double[] _steps;

    /// <summary>1 / (most − k), so that 1/R for rising background counts lies in a row.</summary>
    private readonly double[] _inverse;

    /// <param name="posts">Posts searched, at least 1.</param>
    /// <param name="most">The most hits that will be asked for.</param>
    public RelevantCount(long posts, int most)
    {
        _harmonic = Math.Log(posts) + EulerGamma;
        (_logFactorial, _steps, _inverse) = (new double[most + 1], new double[most + 1], new double[most]);
        for (var k = 0; k <= most; k++)
        {
            _logFactorial[k] = k == 0 ? 0 : _logFactorial[k - 1] + Math.Log(k);
            _steps[k] = 1 / ((k + 1.0) * (k + 2.0) * (k + 3.0) * (k + 4.0) * (k + 5.0) * (k + 6.0) * (k + 7.0) * (k + 8.0));
        }

        for (var k = 0; k < most; k++)
        {
            _inverse[k] = 1.0 / (most - k);
        }
    }

    /// <param name="hits">N, at least 1.</param>
    /// <param name="expected">E, at least 0.</param>
    public double Mean(int hits, double expected)
    {
        var reach = Width * (Math.Sqrt(expected) + 1);
        var first = (int)Math.Clamp(expected - reach, 0, hits);
        var last = (int)Math.Clamp(expected + reach, 0, hits - 1);
        if (first > last)
        {
            return 0;
        }

        var likeliest = (int)Math.Clamp(expected, first, last);
        var (sum, weighted) = Sums(hits, expected, first, last, Math.Exp(LogPoisson(first, expected) - LogPoisson(likeliest, expected)));
        var each = (1 - NonePrior) / _harmonic;
        var none = NonePrior * Math.Exp(LogPoisson(hits, expected) - LogPoisson(likeliest, expected));
        return each * sum / (none + (each * weighted));
    }

    private double LogPoisson(int count, double expected) => (count * Math.Log(Math.Max(expected, double.Epsilon))) - expected - _logFactorial[count];

    /// <summary>The sums of the Poisson weights and of the weights over R = N − b, for b from first to last; each weight is the one eight before times a ratio.</summary>
    private (double Sum, double Weighted) Sums(int hits, double expected, int first, int last, double weight)
    {
        var (background, shift) = (first, _inverse.Length - hits);
        var (sum, weighted) = (0.0, 0.0);
        if (last - first >= 2 * Lanes)
        {
            Span<double> start = stackalloc double[Lanes];
            for (var lane = 0; lane < Lanes; lane++)
            {
                start[lane] = weight;
                weight *= expected / (first + lane + 1);
            }

            var (weights, ratio) = (Vector512.Create<double>(start), Vector512.Create(Math.Pow(expected, Lanes)));
            var (sums, weightedSums) = (Vector512<double>.Zero, Vector512<double>.Zero);
            for (; background + Lanes <= last; background += Lanes)
            {
                sums += weights;
                weightedSums += weights * Vector512.Create<double>(_inverse.AsSpan(shift + background, Lanes));
                weights *= ratio * Vector512.Create<double>(_steps.AsSpan(background, Lanes));
            }

            (sum, weighted, weight) = (Vector512.Sum(sums), Vector512.Sum(weightedSums), weights[0]);
        }

        for (; background <= last; background++)
        {
            sum += weight;
            weighted += weight * _inverse[shift + background];
            weight *= expected / (background + 1);
        }

        return (sum, weighted);
    }
}
