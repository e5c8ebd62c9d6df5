namespace TextSeg.Mining.Profiles;

/// <summary>How a member's posts spread over topics or languages.</summary>
internal static class MemberMixes
{
    /// <summary>The weight of each member's posts in each label.</summary>
    public static double[][] Of(ProfileInput input, int[][] rowsOf, int[]? labelOf, int labels)
    {
        var mixes = new double[rowsOf.Length][];
        Parallel.For(0, rowsOf.Length, member =>
        {
            var mix = mixes[member] = new double[labels];
            var weights = PostWeights.Of(input, rowsOf[member]);
            for (var i = 0; i < weights.Length && labelOf is not null; i++)
            {
                if (labelOf[rowsOf[member][i]] is var label and >= 0 && label < labels)
                {
                    mix[label] += weights[i];
                }
            }
        });
        return mixes;
    }

    /// <summary>The shares of the labels when every member has one vote; members in the order of their keys.</summary>
    public static double[] Prior(double[][] mixes, ProfileInput input)
    {
        var members = Enumerable.Range(0, mixes.Length).OrderBy(member => input.MemberKeyOf[member]);
        var prior = new double[mixes.Length > 0 ? mixes[0].Length : 0];
        foreach (var member in members)
        {
            var shares = Shares(mixes[member]);
            for (var label = 0; label < prior.Length; label++)
            {
                prior[label] += shares[label];
            }
        }

        return Shares(prior);
    }

    /// <summary>Scaled to add up to 1; zeros stay.</summary>
    public static double[] Shares(double[] mix)
    {
        var sum = mix.Sum();
        return sum > 0 ? Array.ConvertAll(mix, value => value / sum) : mix;
    }

    /// <summary>The shares of every member, one after the other.</summary>
    public static float[] SharesOfAll(double[][] mixes)
    {
        var shares = new float[mixes.Sum(mix => mix.Length)];
        var at = 0;
        foreach (var mix in mixes)
        {
            foreach (var share in Shares(mix))
            {
                shares[at++] = (float)share;
            }
        }

        return shares;
    }

    /// <summary>
    /// The difference of square roots to the prior (Hellinger distance), after the prior has been added with the weight of <paramref name="strength"/> posts:
    /// a mix from two posts stays near the mean of all.
    /// </summary>
    public static void Contrast(double[] mix, double[] prior, double strength, double[] target)
    {
        var sum = mix.Sum();
        for (var label = 0; label < target.Length && sum > 0; label++)
        {
            var share = (mix[label] + (strength * prior[label])) / (sum + strength);
            target[label] = Math.Sqrt(share) - Math.Sqrt(prior[label]);
        }
    }
}
