namespace TextSeg.Mining.Clustering.Hierarchical;

/// <summary>The cheapest of the candidates offered, cheapest first; equal costs by the lower number.</summary>
internal sealed class NearestCandidates(int most)
{
    private readonly double[] costs = new double[most];
    private readonly int[] groups = new int[most];
    private int count;

    /// <summary>What a candidate must not cost more than to be kept: infinite until all places are taken.</summary>
    public double Limit { get; private set; } = double.PositiveInfinity;

    /// <summary>The kept candidates.</summary>
    public ReadOnlySpan<int> Groups => groups.AsSpan(0, count);

    public void Offer(int group, double cost)
    {
        if (count == most && !ComesBefore(cost, group, most - 1))
        {
            return;
        }

        var place = count < most ? count++ : most - 1;
        for (; place > 0 && ComesBefore(cost, group, place - 1); place--)
        {
            (costs[place], groups[place]) = (costs[place - 1], groups[place - 1]);
        }

        (costs[place], groups[place]) = (cost, group);
        Limit = count == most ? costs[most - 1] : double.PositiveInfinity;
    }

    /// <summary>Forgets all candidates.</summary>
    public void Clear() => (count, Limit) = (0, double.PositiveInfinity);

    private bool ComesBefore(double cost, int group, int place) => cost < costs[place] || (cost == costs[place] && group < groups[place]);
}
