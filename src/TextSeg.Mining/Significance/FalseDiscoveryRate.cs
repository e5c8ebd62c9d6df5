namespace TextSeg.Mining.Significance;

/// <summary>
/// Corrects many tests at once (Benjamini and Hochberg 1995, "Controlling the false discovery rate", section 3.1): the q-value of a test is the expected share of
/// false findings when all tests at least as strong are taken.
/// </summary>
internal static class FalseDiscoveryRate
{
    /// <summary>The q-value of each test.</summary>
    public static double[] QValues(double[] pValues)
    {
        var order = Enumerable.Range(0, pValues.Length).ToArray();
        Array.Sort(order, (a, b) => pValues[a] != pValues[b] ? pValues[a].CompareTo(pValues[b]) : a.CompareTo(b));
        var qValues = new double[pValues.Length];
        var lowest = 1.0;
        for (var rank = order.Length; rank >= 1; rank--)
        {
            lowest = Math.Min(lowest, pValues[order[rank - 1]] * order.Length / rank);
            qValues[order[rank - 1]] = lowest;
        }

        return qValues;
    }
}
