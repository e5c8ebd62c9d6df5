using TextSeg.Mining.Neighbors;

namespace TextSeg.Mining.Clustering.Hdbscan;

/// <summary>The minimum spanning tree of the mutual reachability graph.</summary>
/// <param name="Edges">Edges, the shortest first: rows − 1, or fewer where only edges up to some length were wanted. The first row of an edge has the lower rank.</param>
/// <param name="SearchedRows">How often a row had to be compared with all others, because its neighbours could not tell its shortest way out of its component.</param>
/// <param name="IsExact">Whether the tree is that of the complete graph, given that the neighbours are exact.</param>
public sealed record MinimumSpanningTree(ReachabilityEdge[] Edges, long SearchedRows, bool IsExact)
{
    /// <summary>Finds the tree.</summary>
    /// <param name="rows">Unit vectors.</param>
    /// <param name="keys">What tells the rows apart; ties hang on it.</param>
    /// <param name="neighbors">Nearest rows by cosine.</param>
    /// <param name="coreCosines">The cosine at each row's core distance.</param>
    /// <param name="exact">Whether to find the tree of the complete graph; if not, edges between neighbours come first and only what they leave apart is joined by search.</param>
    /// <param name="leastReach">The lowest reach (cosine) of an edge; the lowest of all by default.</param>
    /// <param name="threads">Threads to use, 0 for one a processor. The result does not depend on it.</param>
    /// <param name="progress">Told how many of the edges are found.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static MinimumSpanningTree Find(
        VectorTable rows, ulong[] keys, NeighborTable neighbors, float[] coreCosines, bool exact,
        float leastReach = float.NegativeInfinity, int threads = 0, IProgress<StageProgress>? progress = null, CancellationToken cancellation = default)
    {
        var rankOf = RanksOf(keys);
        var rounds = new BoruvkaRounds(rows, rankOf, neighbors, coreCosines, exact, leastReach, threads);
        while (rounds.Next(cancellation))
        {
            progress?.Report(new StageProgress("spanning tree", rounds.Edges.Count, rows.Count - 1));
        }

        var edges = rounds.Edges.ConvertAll(edge => rankOf[edge.First] < rankOf[edge.Second] ? edge : edge with { First = edge.Second, Second = edge.First }).ToArray();
        Array.Sort(edges, (left, right) => left == right ? 0 : left.ComesBefore(right, rankOf) ? -1 : 1);
        return new MinimumSpanningTree(edges, rounds.SearchedRows, exact);
    }

    private static int[] RanksOf(ulong[] keys)
    {
        var order = new int[keys.Length];
        for (var row = 0; row < order.Length; row++)
        {
            order[row] = row;
        }

        Array.Sort(order, (left, right) => keys[left] != keys[right] ? keys[left].CompareTo(keys[right]) : left.CompareTo(right));
        var ranks = new int[keys.Length];
        for (var rank = 0; rank < order.Length; rank++)
        {
            ranks[order[rank]] = rank;
        }

        return ranks;
    }
}
