namespace TextSeg.Engine.Evaluation.Measures;

/// <summary>
/// Expected calibration error (Naeini, Cooper and Hauskrecht 2015, "Obtaining well calibrated probabilities using Bayesian binning", section 3): probabilities fall
/// into 15 bins of equal width; in each, the mean probability is compared with the share that came true, and the distances are averaged over the rows.
/// </summary>
public sealed class CalibrationError
{
    /// <summary>Bins, as in Guo et al. 2017, "On calibration of modern neural networks".</summary>
    public const int Bins = 15;

    private readonly int[] _rows;
    private readonly int[] _bins;
    private readonly double[] _gaps;

    /// <param name="probabilities">0 to 1, one for each row.</param>
    /// <param name="cameTrue">Whether what the probability is about holds.</param>
    /// <param name="rows">The rows that count; null for all.</param>
    /// <exception cref="ArgumentException">The two are not of one length.</exception>
    public CalibrationError(float[] probabilities, bool[] cameTrue, int[]? rows = null)
    {
        if (probabilities.Length != cameTrue.Length)
        {
            throw new ArgumentException($"{probabilities.Length} probabilities cannot belong to {cameTrue.Length} rows.");
        }

        _rows = rows ?? [.. Enumerable.Range(0, probabilities.Length)];

        // A probability on the edge of two bins falls in the lower one, as in the paper.
        _bins = Array.ConvertAll(_rows, row => Math.Clamp((int)Math.Ceiling(probabilities[row] * Bins) - 1, 0, Bins - 1));
        _gaps = Array.ConvertAll(_rows, row => (cameTrue[row] ? 1 : 0) - (double)probabilities[row]);
    }

    /// <summary>The error, 0 to 1, where each row counts as often as its weight says; not a number without rows.</summary>
    public double Of(int[] weights)
    {
        Span<double> gap = stackalloc double[Bins];
        double total = 0;
        for (var place = 0; place < _rows.Length; place++)
        {
            var weight = weights[_rows[place]];
            gap[_bins[place]] += weight * _gaps[place];
            total += weight;
        }

        double error = 0;
        foreach (var distance in gap)
        {
            error += Math.Abs(distance);
        }

        return error / total;
    }
}
