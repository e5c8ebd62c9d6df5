namespace TextSeg.Engine.Evaluation.Measures;

/// <summary>V-measure (Rosenberg and Hirschberg 2007, beta 1) of groups found and classes known, for any weights of the rows: the harmonic mean of homogeneity and completeness.</summary>
public sealed class GroupAgreement
{
    private readonly int[] _found;
    private readonly int[] _truth;
    private readonly int[] _cells;

    /// <param name="found">The group of each row, any numbers.</param>
    /// <param name="truth">The class of each row, any numbers.</param>
    public GroupAgreement(IReadOnlyList<int> found, IReadOnlyList<int> truth)
    {
        (_found, _truth) = (LabelCodes.Of(found), LabelCodes.Of(truth));
        _cells = LabelCodes.Of(_found.Zip(_truth));
    }

    /// <summary>The V-measure, 0 to 1, where each row counts as often as its weight says.</summary>
    public double Of(int[] weights)
    {
        var (found, truth) = (Entropy(_found, weights), Entropy(_truth, weights));
        var mutual = Math.Max(0, found + truth - Entropy(_cells, weights));

        // 2hc / (h + c) with h = mutual / truth and c = mutual / found.
        return found + truth > 0 ? 2 * mutual / (found + truth) : 1;
    }

    private static double Entropy(int[] codes, int[] weights)
    {
        var sums = new long[codes.Max() + 1];
        long total = 0;
        for (var row = 0; row < codes.Length; row++)
        {
            (sums[codes[row]], total) = (sums[codes[row]] + weights[row], total + weights[row]);
        }

        double entropy = 0;
        foreach (var sum in sums)
        {
            var share = (double)sum / total;
            entropy -= share > 0 ? share * Math.Log(share) : 0;
        }

        return entropy;
    }
}
