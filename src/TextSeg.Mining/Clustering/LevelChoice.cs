namespace TextSeg.Mining.Clustering;

/// <summary>Chooses the resolution of the level that is read first.</summary>
internal static class LevelChoice
{
    // Agreement that one halving or doubling of the number of groups away from the middle must be worth; the noise of the measure is about 0.02.
    private const double OffMiddleCost = 0.1;

    /// <summary>
    /// Where the best silhouette can be trusted, the coarsest step close to it. Elsewhere, among steps with a readable number of groups,
    /// the one that agrees best with itself under resampling; of two that agree about equally, the one nearer to the middle of the readable range,
    /// so that a small change of the posts does not change the level.
    /// </summary>
    /// <param name="groups">Number of groups at each step, those too small not counted.</param>
    /// <param name="silhouettes">Silhouette at each step.</param>
    /// <param name="agreement">Measures the agreement under resampling of a step; called for a few steps only.</param>
    /// <param name="options">Bounds and tolerances.</param>
    public static int Choose(int[] groups, double[] silhouettes, Func<int, double> agreement, GraphClustererOptions options)
    {
        if (options.WantedGroups is { } wanted)
        {
            return Nearest(groups, wanted);
        }

        var best = 0;
        for (var step = 1; step < silhouettes.Length; step++)
        {
            best = silhouettes[step] > silhouettes[best] ? step : best;
        }

        return silhouettes[best] >= options.TrustedSilhouette
            ? Array.FindIndex(silhouettes, s => s >= silhouettes[best] * (1 - options.SilhouetteTolerance))
            : MostStable(groups, agreement, options);
    }

    private static int MostStable(int[] groups, Func<int, double> agreement, GraphClustererOptions options)
    {
        var middle = Math.Sqrt((double)options.FewestGroups * options.MostGroups);
        var (chosen, highest) = (-1, double.NegativeInfinity);
        for (var step = 0; step < groups.Length; step++)
        {
            if (groups[step] < options.FewestGroups || groups[step] > options.MostGroups)
            {
                continue;
            }

            var reached = agreement(step) - (OffMiddleCost * Math.Abs(Math.Log2(groups[step] / middle)));
            if (reached > highest)
            {
                (chosen, highest) = (step, reached);
            }
        }

        return chosen >= 0 ? chosen : Nearest(groups, options.FewestGroups);
    }

    private static int Nearest(int[] groups, int wanted)
    {
        var nearest = 0;
        for (var step = 1; step < groups.Length; step++)
        {
            nearest = Math.Abs(groups[step] - wanted) < Math.Abs(groups[nearest] - wanted) ? step : nearest;
        }

        return nearest;
    }
}
