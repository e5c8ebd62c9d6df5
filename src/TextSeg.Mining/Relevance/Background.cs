namespace TextSeg.Mining.Relevance;

/// <summary>
/// How the cosines of one query with unrelated posts are spread: a normal distribution fitted to the data themselves
/// (an empirical null, Efron 2004, "Large-Scale Simultaneous Hypothesis Testing"), its width taken where the upper tail begins,
/// because cosines of sentence vectors reach further up than down.
/// </summary>
/// <param name="Location">The median cosine.</param>
/// <param name="Spread">One standard deviation, from the median to the 97th percentile.</param>
internal readonly record struct Background(double Location, double Spread)
{
    private const double TailShare = 0.03;

    /// <summary>Where the normal distribution has that share above, in standard deviations.</summary>
    private const double TailStart = 1.880794;

    /// <summary>Below this width, a few equal posts would make all others look extraordinary.</summary>
    private const double LeastSpread = 0.01;

    private const double InverseRootTwoPi = 0.3989422804014327;

    /// <summary>Terms of the continued fraction; more change nothing from <see cref="TailStart"/> on.</summary>
    private const int Terms = 100;

    /// <summary>Measures the cosines of one query with posts of the corpus.</summary>
    public static Background Of(ReadOnlySpan<float> cosines)
    {
        var rising = cosines.ToArray();
        Array.Sort(rising);
        var location = Quantile(rising, 0.5);
        return new Background(location, Math.Max(LeastSpread, (Quantile(rising, 1 - TailShare) - location) / TailStart));
    }

    /// <summary>The cosine where the tail begins: three in a hundred unrelated posts lie above.</summary>
    public double TailCosine => Location + (Spread * TailStart);

    /// <summary>The share of unrelated posts expected at a cosine or above; 1 below the tail, where it is of no use.</summary>
    public double ShareAbove(double cosine)
    {
        var deviations = (cosine - Location) / Spread;
        return deviations < TailStart ? 1 : UpperTail(deviations);
    }

    /// <summary>The normal distribution's upper tail by Laplace's continued fraction (Abramowitz and Stegun 1964, 26.2.14).</summary>
    private static double UpperTail(double deviations)
    {
        var denominator = deviations;
        for (var term = Terms; term >= 1; term--)
        {
            denominator = deviations + (term / denominator);
        }

        return InverseRootTwoPi * Math.Exp(-0.5 * deviations * deviations) / denominator;
    }

    private static double Quantile(float[] rising, double share)
    {
        var place = share * (rising.Length - 1);
        var below = (int)place;
        var above = Math.Min(below + 1, rising.Length - 1);
        return rising[below] + ((place - below) * (rising[above] - rising[below]));
    }
}
