namespace TextSeg.Mining.Relevance;

/// <summary>
/// How many of N hits are relevant when the background gives Poisson(E) of them: the posterior mean, the prior being one half for none at all
/// and the other half shared by 1, 2, 3 … in proportion to 1/R (the scale-invariant prior of Jeffreys), so that one outstanding hit counts and a merely best one does not.
/// </summary>
internal sealed class RelevantCount(long posts)
{
    private const double NonePrior = 0.5;
    private const double EulerGamma = 0.5772156649;

    /// <summary>Background counts further from E than this many standard deviations are left out.</summary>
    private const double Width = 12;

    private readonly double _harmonic = Math.Log(posts) + EulerGamma;
    private readonly List<double> _logFactorial = [0];

    /// <param name="hits">N, at least 1.</param>
    /// <param name="expected">E, at least 0.</param>
    public double Mean(int hits, double expected)
    {
        while (_logFactorial.Count <= hits)
        {
            _logFactorial.Add(_logFactorial[^1] + Math.Log(_logFactorial.Count));
        }

        var logExpected = Math.Log(Math.Max(expected, double.Epsilon));
        var reach = Width * (Math.Sqrt(expected) + 1);
        var first = (int)Math.Clamp(expected - reach, 0, hits);
        var last = (int)Math.Clamp(expected + reach, 0, hits - 1);
        var logs = new List<(double Log, int Relevant)> { (LogPoisson(hits) + Math.Log(NonePrior), 0) };
        for (var background = first; background <= last; background++)
        {
            var relevant = hits - background;
            logs.Add((LogPoisson(background) + Math.Log((1 - NonePrior) / (relevant * _harmonic)), relevant));
        }

        var highest = logs.Max(pair => pair.Log);
        var weights = logs.Select(pair => Math.Exp(pair.Log - highest)).ToArray();
        return logs.Zip(weights, (pair, weight) => pair.Relevant * weight).Sum() / weights.Sum();

        double LogPoisson(int count) => (count * logExpected) - expected - _logFactorial[count];
    }
}
