namespace TextSeg.Mining.Significance;

/// <summary>The tail of the normal distribution.</summary>
internal static class NormalTail
{
    private const double InverseRootTwoPi = 0.3989422804014327;
    private const double SeriesEnd = 3;
    private const int Terms = 60;

    /// <summary>Chance of a value at least as far from 0 on either side: a power series below 3, Laplace's continued fraction above (Abramowitz and Stegun 1964, 26.2.11 and 26.2.14).</summary>
    public static double TwoSided(double z)
    {
        z = Math.Abs(z);
        if (double.IsNaN(z))
        {
            return 1;
        }

        var density = InverseRootTwoPi * Math.Exp(-0.5 * z * z);
        return Math.Clamp(z < SeriesEnd ? 1 - (2 * density * Series(z)) : 2 * density / Fraction(z), 0, 1);
    }

    private static double Series(double z)
    {
        var (sum, term) = (z, z);
        for (var n = 1; n <= Terms; n++)
        {
            term *= z * z / ((2 * n) + 1);
            sum += term;
        }

        return sum;
    }

    private static double Fraction(double z)
    {
        var denominator = z;
        for (var term = Terms; term >= 1; term--)
        {
            denominator = z + (term / denominator);
        }

        return denominator;
    }
}
