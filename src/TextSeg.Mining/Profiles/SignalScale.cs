namespace TextSeg.Mining.Profiles;

/// <summary>
/// Makes signals of different units comparable: the logarithm of skewed ones, then robust z-scores (median and median absolute deviation;
/// Huber 1981, section 5.1), clipped at ±3 so that no single figure rules a profile. Learned once and used for new members too.
/// </summary>
internal sealed class SignalScale
{
    private const double Clip = 3;
    private const double NormalConsistency = 1.4826;
    private readonly (double Centre, double Spread)[] _scales;
    private readonly IReadOnlyList<Signal> _signals;

    private SignalScale(IReadOnlyList<Signal> signals, (double, double)[] scales) => (_signals, _scales) = (signals, scales);

    /// <summary>Centre and spread of each signal, one after the other.</summary>
    public double[] Values => [.. _scales.SelectMany(scale => new[] { scale.Centre, scale.Spread })];

    /// <summary>The scale that gave these values.</summary>
    public static SignalScale Of(IReadOnlyList<Signal> signals, double[] values) => new(signals, [.. values.Chunk(2).Select(pair => (pair[0], pair[1]))]);

    public static SignalScale Fit(SignalTable table)
    {
        var scales = new (double, double)[table.Signals.Count];
        for (var column = 0; column < scales.Length; column++)
        {
            scales[column] = Robust(Column(table, column));
        }

        return new SignalScale(table.Signals, scales);
    }

    /// <summary>The scaled value, shrunk towards 0 for members with few posts; 0 where nothing is known.</summary>
    public double Scale(int column, double value, double reliability)
    {
        var (centre, spread) = _scales[column];
        if (double.IsNaN(value) || spread <= 0)
        {
            return 0;
        }

        return reliability * Math.Clamp((Transform(_signals[column], value) - centre) / spread, -Clip, Clip);
    }

    private static double[] Column(SignalTable table, int column)
    {
        var values = new List<double>();
        for (var at = column; at < table.Values.Length; at += table.Signals.Count)
        {
            if (!double.IsNaN(table.Values[at]))
            {
                values.Add(Transform(table.Signals[column], table.Values[at]));
            }
        }

        var sorted = values.ToArray();
        Array.Sort(sorted);
        return sorted;
    }

    private static (double Centre, double Spread) Robust(double[] sorted)
    {
        if (sorted.Length < 2)
        {
            return (0, 0);
        }

        var median = sorted[sorted.Length / 2];
        var deviations = Array.ConvertAll(sorted, value => Math.Abs(value - median));
        Array.Sort(deviations);
        var spread = NormalConsistency * deviations[deviations.Length / 2];
        if (spread <= 1e-9)
        {
            // More than half share one value (most members never post code): the plain standard deviation still tells the others apart.
            var mean = sorted.Sum() / sorted.Length;
            spread = Math.Sqrt(sorted.Sum(value => (value - mean) * (value - mean)) / sorted.Length);
        }

        return (median, spread);
    }

    private static double Transform(Signal signal, double value) => signal.Skewed ? Math.Log(1 + value) : value;
}
