namespace TextSeg.Mining.Significance;

/// <summary>Whether two shares differ: the z-test with the pooled share (Agresti 2013, "Categorical Data Analysis", section 3.2).</summary>
internal static class TwoProportions
{
    /// <returns>The two-sided chance of such a difference.</returns>
    public static double PValue(double firstHits, double firstCount, double secondHits, double secondCount)
    {
        if (firstCount <= 0 || secondCount <= 0)
        {
            return 1;
        }

        var pooled = (firstHits + secondHits) / (firstCount + secondCount);
        var error = Math.Sqrt(pooled * (1 - pooled) * ((1 / firstCount) + (1 / secondCount)));
        return error > 0 ? NormalTail.TwoSided(((firstHits / firstCount) - (secondHits / secondCount)) / error) : 1;
    }
}
