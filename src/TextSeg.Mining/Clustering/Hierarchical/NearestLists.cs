namespace TextSeg.Mining.Clustering.Hierarchical;

/// <summary>
/// The nearest other group of any group, exactly, and mostly without looking at all groups.
/// Each group keeps a list of near groups and a bound: whatever is not on the list costs at least that much. Because both costs are reducible the bound
/// outlives merges among the others, and the union of two groups inherits a list and a bound from its parts. Only where nothing on the list is
/// below the bound are all groups looked at, and a new list is made.
/// </summary>
internal sealed class NearestLists
{
    private const int ListLength = 32;
    private const int BlockGroups = 512;

    private readonly GroupsInMerging groups;
    private readonly LinkageCost cost;
    private readonly int threads;
    private readonly CancellationToken cancellation;
    private readonly int[][] lists;
    private readonly double[] bounds;
    private readonly double[] costs;
    private readonly NearestCandidates nearest = new(ListLength);

    /// <summary>Makes the first lists from the products of all rows.</summary>
    public NearestLists(VectorTable rows, GroupsInMerging groups, LinkageCost cost, int threads, CancellationToken cancellation)
    {
        (this.groups, this.cost, this.threads, this.cancellation) = (groups, cost, threads, cancellation);
        lists = new int[rows.Count][];
        bounds = new double[rows.Count];
        costs = new double[rows.Count];
        var squares = new double[rows.Count];
        for (var row = 0; row < squares.Length; row++)
        {
            squares[row] = DotBlock.Dot(rows[row], rows[row]);
        }

        using var selections = new ThreadLocal<NearestCandidates>(() => new NearestCandidates(ListLength));
        GroupMeans.VisitProducts(rows, rows, threads, List, cancellation);

        void List(int row, ReadOnlySpan<float> products)
        {
            var selection = selections.Value!;
            selection.Clear();
            for (var other = 0; other < products.Length; other++)
            {
                var price = cost.OfProduct(products[other], squares[row], groups.WeightOf(row), squares[other], groups.WeightOf(other));
                if (other != row && price <= selection.Limit)
                {
                    selection.Offer(other, price);
                }
            }

            Keep(row, selection);
        }
    }

    /// <summary>The nearest other group and what joining it costs.</summary>
    /// <param name="group">A group that is left.</param>
    /// <param name="preferred">The group that wins among equally near ones, or −1.</param>
    public (int Nearest, double Cost) Nearest(int group, int preferred)
    {
        var (best, lowest) = (preferred, preferred < 0 ? double.PositiveInfinity : Cost(group, preferred));
        foreach (var listed in lists[group])
        {
            if (groups.Holding(listed) is var other && other != group && other != best && Cost(group, other) is var price
                && (price < lowest || (price == lowest && best != preferred && other < best)))
            {
                (best, lowest) = (other, price);
            }
        }

        if (lowest <= bounds[group])
        {
            return (best, lowest);
        }

        SearchAll(group);
        return lowest <= Cost(group, lists[group][0]) ? (best, lowest) : (lists[group][0], Cost(group, lists[group][0]));
    }

    /// <summary>Gives the union of two groups, already joined, the list and the bound that follow from those of its parts.</summary>
    /// <param name="kept">The number of the union and of one part.</param>
    /// <param name="keptWeight">Weight of that part before.</param>
    /// <param name="gone">The other part.</param>
    /// <param name="joinCost">What the merge cost.</param>
    public void Join(int kept, double keptWeight, int gone, double joinCost)
    {
        var bound = cost.LeastOfUnion(bounds[kept], keptWeight, bounds[gone], groups.WeightOf(gone), joinCost);
        nearest.Clear();
        var seen = new HashSet<int> { kept };
        foreach (var listed in lists[kept].Concat(lists[gone]))
        {
            if (groups.Holding(listed) is var other && seen.Add(other) && Cost(kept, other) is var price && price <= bound)
            {
                nearest.Offer(other, price);
            }
        }

        Keep(kept, nearest);
        bounds[kept] = Math.Min(bounds[kept], bound);
        lists[gone] = [];
    }

    private void SearchAll(int group)
    {
        var candidates = groups.Candidates.ToArray();
        var blocks = (candidates.Length + BlockGroups - 1) / BlockGroups;
        Parallel.For(0, blocks, Threads.Limit(threads, cancellation), block =>
        {
            for (var i = block * BlockGroups; i < Math.Min(candidates.Length, (block + 1) * BlockGroups); i++)
            {
                costs[i] = candidates[i] != group && groups.IsLeft(candidates[i]) ? Cost(group, candidates[i]) : double.PositiveInfinity;
            }
        });
        nearest.Clear();
        for (var i = 0; i < candidates.Length; i++)
        {
            if (costs[i] <= nearest.Limit && !double.IsPositiveInfinity(costs[i]))
            {
                nearest.Offer(candidates[i], costs[i]);
            }
        }

        Keep(group, nearest);
    }

    private void Keep(int group, NearestCandidates found)
    {
        lists[group] = found.Groups.ToArray();
        bounds[group] = found.Limit;
    }

    private double Cost(int first, int second)
        => cost.Between(groups.MeanOf(first), groups.WeightOf(first), groups.MeanOf(second), groups.WeightOf(second));
}
