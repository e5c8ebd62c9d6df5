namespace TextSeg.Mining.Clustering;

/// <summary>Chooses the resolution of the level that is read first.</summary>
/// <param name="Resolutions">Resolutions tried, rising.</param>
/// <param name="Counts">Number of groups at each, those too small not counted.</param>
internal sealed record LevelChoice(double[] Resolutions, int[] Counts)
{
    private const double TargetStep = 2;

    // Agreement that one halving or doubling of the number of groups away from the middle must be worth; the noise of the measure is about 0.02.
    private const double OffMiddleCost = 0.1;

    /// <summary>The coarsest resolution whose silhouette is close to the best; null where the best cannot be trusted.</summary>
    public double? BySilhouette(double[] silhouettes, GraphClustererOptions options)
    {
        var best = silhouettes.Max();
        return best >= options.TrustedSilhouette
            ? Resolutions[Array.FindIndex(silhouettes, silhouette => silhouette >= best * (1 - options.SilhouetteTolerance))]
            : null;
    }

    /// <summary>
    /// Among numbers of groups that are easy to read, the one that agrees best with itself under resampling; of two that agree about equally
    /// the one nearer to the middle, so that a small change of the posts does not change the level.
    /// </summary>
    /// <param name="fewest">Fewest groups that are easy to read.</param>
    /// <param name="most">Most groups that are easy to read.</param>
    /// <param name="agreement">Measures the agreement at a resolution.</param>
    public double ByAgreement(double fewest, double most, Func<double, double> agreement)
    {
        var middle = Math.Sqrt(fewest * most);
        var reach = Candidates(fewest, most) / 2;
        var (chosen, highest) = (ResolutionFor(middle), double.NegativeInfinity);
        for (var step = -reach; step <= reach; step++)
        {
            var resolution = ResolutionFor(middle * Math.Pow(TargetStep, step));
            var reached = agreement(resolution) - (OffMiddleCost * Math.Abs(step));
            if (reached > highest)
            {
                (chosen, highest) = (resolution, reached);
            }
        }

        return chosen;
    }

    /// <summary>How many resolutions <see cref="ByAgreement"/> tries: the middle and as many on either side.</summary>
    public static int Candidates(double fewest, double most) => (2 * (int)Math.Round(Math.Log(most / Math.Sqrt(fewest * most)) / Math.Log(TargetStep))) + 1;

    /// <summary>The resolution that gives a number of groups, between the steps by a power law; the lowest or highest where no step reaches it.</summary>
    public double ResolutionFor(double groups)
    {
        var step = Array.FindIndex(Counts, count => count >= groups);
        if (step <= 0)
        {
            return step < 0 ? Resolutions[^1] : Resolutions[0];
        }

        var (low, high) = (Math.Log(Math.Max(1, Counts[step - 1])), Math.Log(Counts[step]));
        var share = high > low ? Math.Clamp((Math.Log(groups) - low) / (high - low), 0, 1) : 1;
        return Resolutions[step - 1] * Math.Pow(Resolutions[step] / Resolutions[step - 1], share);
    }
}
