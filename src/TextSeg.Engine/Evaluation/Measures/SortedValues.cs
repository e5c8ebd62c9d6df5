namespace TextSeg.Engine.Evaluation.Measures;

/// <summary>Values sorted once, so that ranks for any weights take one pass.</summary>
internal sealed class SortedValues
{
    private readonly double[] _sorted;
    private readonly int[] _order;

    public SortedValues(double[] values)
    {
        (_sorted, _order) = ((double[])values.Clone(), [.. Enumerable.Range(0, values.Length)]);
        Array.Sort(_sorted, _order);
    }

    /// <summary>The rank of each value, from 1; equal values share the mean of their ranks, and a value of weight n takes n ranks.</summary>
    public double[] Ranks(int[] weights)
    {
        var ranks = new double[_order.Length];
        long before = 0;
        for (var start = 0; start < _order.Length;)
        {
            var end = start;
            long weight = 0;
            while (end < _order.Length && _sorted[end] == _sorted[start])
            {
                weight += weights[_order[end++]];
            }

            for (var place = start; place < end; place++)
            {
                ranks[_order[place]] = before + ((weight + 1) / 2.0);
            }

            (before, start) = (before + weight, end);
        }

        return ranks;
    }
}
