namespace TextSeg.Mining.Profiles;

/// <summary>
/// How much each post counts in its author's profile: the n-th post in one thread weighs 1/√n, so that one long conversation does not become
/// the person, and posts of a few words weigh less.
/// </summary>
internal static class PostWeights
{
    private const double FullWords = 12;

    /// <param name="rows">One member's rows, oldest first.</param>
    public static double[] Of(ProfileInput input, int[] rows)
    {
        var inThread = new Dictionary<int, int>();
        var weights = new double[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            var thread = input.ThreadOf?[rows[i]] ?? -1;
            var place = thread < 0 ? 1 : inThread[thread] = inThread.GetValueOrDefault(thread) + 1;
            weights[i] = Math.Sqrt(Math.Min(1, input.Signals[rows[i]].Words / FullWords)) / Math.Sqrt(place);
        }

        return weights;
    }
}
