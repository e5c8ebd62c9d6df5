namespace TextSeg.Mining.Clustering;

/// <summary>How well two labelings of the same items agree. All figures are at most 1, and 1 for the same groups under other names.</summary>
/// <param name="NormalizedMutualInformation">Mutual information over the mean of the two entropies (NMI, arithmetic).</param>
/// <param name="AdjustedRandIndex">Hubert and Arabie 1985; 0 is what chance gives.</param>
/// <param name="VMeasure">Rosenberg and Hirschberg 2007 with beta 1: harmonic mean of homogeneity and completeness.</param>
/// <param name="Homogeneity">1 where every found group holds one true class.</param>
/// <param name="Completeness">1 where every true class lies in one found group.</param>
/// <param name="Accuracy">Share of items right under the best one-to-one matching of groups and classes.</param>
/// <param name="FoundGroups">Number of groups found.</param>
/// <param name="TrueClasses">Number of true classes.</param>
public sealed record ClusterAgreement(
    double NormalizedMutualInformation, double AdjustedRandIndex, double VMeasure,
    double Homogeneity, double Completeness, double Accuracy, int FoundGroups, int TrueClasses)
{
    /// <summary>Compares two labelings. Labels may be any numbers; −1 is a group like any other. Two empty labelings agree.</summary>
    /// <exception cref="ArgumentException">The labelings are not of one length.</exception>
    public static ClusterAgreement Between(ReadOnlySpan<int> found, ReadOnlySpan<int> truth)
    {
        var table = ContingencyTable.Of(found, truth);
        var (foundEntropy, trueEntropy) = (Entropy(table.RowSums, table.Total), Entropy(table.ColumnSums, table.Total));
        var mutual = Math.Max(0, foundEntropy + trueEntropy - Entropy(table.Counts, table.Total));
        var homogeneity = trueEntropy > 0 ? mutual / trueEntropy : 1;
        var completeness = foundEntropy > 0 ? mutual / foundEntropy : 1;
        var sum = homogeneity + completeness;
        return new ClusterAgreement(
            foundEntropy + trueEntropy > 0 ? 2 * mutual / (foundEntropy + trueEntropy) : 1,
            AdjustedRand(table),
            sum > 0 ? 2 * homogeneity * completeness / sum : 0,
            homogeneity,
            completeness,
            MatchedShare(table),
            table.RowSums.Length,
            table.ColumnSums.Length);
    }

    /// <summary>The adjusted Rand index alone.</summary>
    public static double AdjustedRand(ReadOnlySpan<int> first, ReadOnlySpan<int> second) => AdjustedRand(ContingencyTable.Of(first, second));

    /// <summary>The adjusted Rand index of the items that have a label of 0 or more in both.</summary>
    internal static double AdjustedRandOfPlaced(ReadOnlySpan<int> first, ReadOnlySpan<int> second)
    {
        var (left, right, count) = (new int[first.Length], new int[first.Length], 0);
        for (var i = 0; i < first.Length; i++)
        {
            if (first[i] >= 0 && second[i] >= 0)
            {
                left[count] = first[i];
                right[count++] = second[i];
            }
        }

        return AdjustedRand(left.AsSpan(0, count), right.AsSpan(0, count));
    }

    private static double AdjustedRand(ContingencyTable table)
    {
        var together = Pairs(table.Counts);
        var (first, second) = (Pairs(table.RowSums), Pairs(table.ColumnSums));
        var all = table.Total * (table.Total - 1.0) / 2;
        var expected = all > 0 ? first * second / all : 0;
        var highest = (first + second) / 2;
        return highest == expected ? 1 : (together - expected) / (highest - expected);
    }

    private static double Pairs(int[] counts)
    {
        double pairs = 0;
        foreach (var count in counts)
        {
            pairs += count * (count - 1.0) / 2;
        }

        return pairs;
    }

    private static double Entropy(int[] counts, int total)
    {
        double entropy = 0;
        foreach (var count in counts)
        {
            var share = (double)count / total;
            entropy -= share > 0 ? share * Math.Log(share) : 0;
        }

        return entropy;
    }

    private static double MatchedShare(ContingencyTable table)
    {
        if (table.Total == 0)
        {
            return 1;
        }

        var size = Math.Max(table.RowSums.Length, table.ColumnSums.Length);
        var cost = new double[size * size];
        for (var cell = 0; cell < table.Counts.Length; cell++)
        {
            cost[(table.Rows[cell] * size) + table.Columns[cell]] = -table.Counts[cell];
        }

        var columnOf = HungarianAssignment.Solve(cost, size);
        double matched = 0;
        for (var row = 0; row < size; row++)
        {
            matched -= cost[(row * size) + columnOf[row]];
        }

        return matched / table.Total;
    }
}
