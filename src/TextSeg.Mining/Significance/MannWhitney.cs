namespace TextSeg.Mining.Significance;

/// <summary>
/// Whether one of two groups tends to larger values (Mann and Whitney 1947), by the normal approximation with the correction for ties.
/// Values are sorted once and any two groups compared in one pass.
/// </summary>
internal sealed class MannWhitney
{
    private readonly double[] _values;
    private readonly int[] _order;

    /// <param name="values">One a member; NaN where nothing is known.</param>
    public MannWhitney(double[] values)
    {
        _values = values;
        _order = [.. Enumerable.Range(0, values.Length).Where(i => !double.IsNaN(values[i]))];
        Array.Sort(_order, (a, b) => values[a] != values[b] ? values[a].CompareTo(values[b]) : a.CompareTo(b));
    }

    /// <summary>Compares the members with side 1 with those with side 0; others do not count.</summary>
    /// <returns>Cliff's delta (chance of more minus chance of less, −1 to 1) and the two-sided chance of such a difference.</returns>
    public (double Effect, double PValue) Compare(ReadOnlySpan<sbyte> sideOf)
    {
        double inside = 0, outside = 0, wins = 0, ties = 0;
        for (var first = 0; first < _order.Length;)
        {
            double insideHere = 0, outsideHere = 0;
            var next = first;
            for (; next < _order.Length && _values[_order[next]] == _values[_order[first]]; next++)
            {
                insideHere += sideOf[_order[next]] == 1 ? 1 : 0;
                outsideHere += sideOf[_order[next]] == 0 ? 1 : 0;
            }

            wins += insideHere * (outside + (outsideHere / 2));
            var tied = insideHere + outsideHere;
            ties += (tied * tied * tied) - tied;
            (inside, outside, first) = (inside + insideHere, outside + outsideHere, next);
        }

        var all = inside + outside;
        if (inside == 0 || outside == 0)
        {
            return (0, 1);
        }

        var variance = inside * outside / 12 * (all + 1 - (ties / (all * (all - 1))));
        var z = variance > 0 ? (wins - (inside * outside / 2)) / Math.Sqrt(variance) : 0;
        return ((2 * wins / (inside * outside)) - 1, NormalTail.TwoSided(z));
    }
}
