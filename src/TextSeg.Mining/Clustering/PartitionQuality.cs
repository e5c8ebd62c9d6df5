namespace TextSeg.Mining.Clustering;

/// <summary>The quality that <see cref="Leiden"/> raises.</summary>
public static class PartitionQuality
{
    /// <summary>
    /// Share of the weight inside groups, less the resolution times the share expected by the nodes' strengths
    /// (Newman and Girvan 2004; resolution by Reichardt and Bornholdt 2006, equation 15, divided by 2m). At most 1; 0 for a graph without edges.
    /// </summary>
    public static double Of(WeightedGraph graph, ReadOnlySpan<int> labels, double resolution)
    {
        if (graph.TotalStrength <= 0)
        {
            return 0;
        }

        var strengths = new double[graph.Count];
        double inside = 0;
        for (var node = 0; node < graph.Count; node++)
        {
            strengths[labels[node]] += graph.Strengths[node];
            inside += graph.InnerWeights[node];
            for (var e = graph.Offsets[node]; e < graph.Offsets[node + 1]; e++)
            {
                inside += labels[graph.Targets[e]] == labels[node] ? graph.Weights[e] : 0;
            }
        }

        double expected = 0;
        foreach (var strength in strengths)
        {
            expected += strength * strength;
        }

        return (inside - (resolution * expected / graph.TotalStrength)) / graph.TotalStrength;
    }
}
