namespace TextSeg.Mining.Clustering.Hdbscan;

/// <summary>
/// An edge of the mutual reachability graph. The mutual reachability distance of two rows is the largest of their distance and their two core distances
/// (Campello et al. 2015, definition 2); as a longer distance is a lower cosine, it is kept as the lowest of the three cosines.
/// </summary>
/// <param name="First">One row; −1 where there is no edge.</param>
/// <param name="Second">The other row.</param>
/// <param name="Reach">The cosine at the mutual reachability distance.</param>
/// <param name="Cosine">The cosine of the two rows themselves.</param>
public readonly record struct ReachabilityEdge(int First, int Second, float Reach, float Cosine)
{
    /// <summary>No edge: every edge comes before it.</summary>
    internal static ReachabilityEdge None { get; } = new(-1, -1, float.NegativeInfinity, float.NegativeInfinity);

    /// <summary>The mutual reachability distance, above 0 to 2.</summary>
    public double Distance => UnitDistance.OfCosine(Reach);

    internal bool Exists => First >= 0;

    /// <summary>
    /// Whether this edge is the shorter. Many edges of a row are as long as its core distance; among those the two nearest rows come first, then the lowest ranks,
    /// so that the order is total and the minimum spanning tree the same for rows in any order.
    /// </summary>
    /// <param name="other">Another edge, or none.</param>
    /// <param name="rankOf">The place of each row in the order of their keys.</param>
    internal bool ComesBefore(ReachabilityEdge other, int[] rankOf)
    {
        if (!other.Exists || Reach != other.Reach)
        {
            return Reach > other.Reach || (!other.Exists && Exists && Reach == other.Reach);
        }

        return Cosine != other.Cosine ? Cosine > other.Cosine : RankPair(rankOf) < other.RankPair(rankOf);
    }

    /// <summary>Both ends as one number, the lower rank first.</summary>
    internal long RankPair(int[] rankOf)
    {
        var (low, high) = (Math.Min(rankOf[First], rankOf[Second]), Math.Max(rankOf[First], rankOf[Second]));
        return ((long)low << 32) + high;
    }
}
