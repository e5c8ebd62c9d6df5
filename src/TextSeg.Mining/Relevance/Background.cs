namespace TextSeg.Mining.Relevance;

/// <summary>
/// How the cosines of one query with unrelated posts are spread: middle and width of the lower half, which relevant posts do not reach,
/// and an exponential upper tail from the 90th percentile on. (Excesses over a high threshold follow a generalised Pareto law, Pickands 1975,
/// "Statistical Inference Using Extreme Order Statistics"; exponential is its case of shape 0, which cosines of sentence vectors came near to.)
/// </summary>
/// <param name="Location">The median cosine.</param>
/// <param name="Scale">Median less 16th percentile: one standard deviation, were the spread normal.</param>
/// <param name="TailStart">Scales above the location where the highest tenth begins.</param>
/// <param name="TailScale">Mean excess over that start, in scales.</param>
internal readonly record struct Background(double Location, double Scale, double TailStart, double TailScale)
{
    private const double TailShare = 0.10;
    private const double FitShare = 0.03;
    private const double LowerShare = 0.16;

    /// <summary>Below this width, a few equal posts would make all others look extraordinary.</summary>
    private const double LeastScale = 0.01;

    /// <summary>The 90th percentile of the normal distribution; a tail is never taken to be lighter than the normal one.</summary>
    private const double NormalTailStart = 1.2816;

    /// <summary>The same of the slope between 90th and 97th percentile.</summary>
    private const double NormalTailScale = 0.4977;

    /// <summary>Measures the cosines of one query with posts of the corpus.</summary>
    public static Background Of(ReadOnlySpan<float> cosines)
    {
        var rising = cosines.ToArray();
        Array.Sort(rising);
        var location = Quantile(rising, 0.5);
        var scale = Math.Max(LeastScale, location - Quantile(rising, LowerShare));
        var start = (Quantile(rising, 1 - TailShare) - location) / scale;
        var fit = (Quantile(rising, 1 - FitShare) - location) / scale;
        return new Background(
            location, scale, Math.Max(NormalTailStart, start), Math.Max(NormalTailScale, (fit - start) / Math.Log(TailShare / FitShare)));
    }

    /// <summary>The share of unrelated posts expected at a cosine or above; 1 below the tail, where it is of no use.</summary>
    public double ShareAbove(double cosine)
    {
        var excess = ((cosine - Location) / Scale) - TailStart;
        return excess < 0 ? 1 : TailShare * Math.Exp(-excess / TailScale);
    }

    /// <summary>The cosine where the tail begins.</summary>
    public double TailCosine => Location + (Scale * TailStart);

    private static double Quantile(float[] rising, double share)
    {
        var place = share * (rising.Length - 1);
        var below = (int)place;
        var above = Math.Min(below + 1, rising.Length - 1);
        return rising[below] + ((place - below) * (rising[above] - rising[below]));
    }
}
