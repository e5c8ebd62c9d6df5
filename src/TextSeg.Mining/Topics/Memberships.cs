using TextSeg.Mining.Clustering;

namespace TextSeg.Mining.Topics;

/// <summary>How strongly and how surely each node belongs to its group.</summary>
internal static class Memberships
{
    private const float CoreTrust = 0.72f;
    private const float UnsureTrust = 0.4f;

    /// <summary>
    /// Strength is the mean of two shares: of the edge weight that goes to the own group, and of the runs that keep the node together with its neighbours.
    /// A node whose own group's centre is not the nearest is never core.
    /// </summary>
    public static (float[] Strengths, PostState[] States) Of(TopicGraph graph, ClusterTree tree, int threads, CancellationToken cancellation)
    {
        var groups = tree.Reader.Groups;
        var margins = Margins(graph.Vectors, groups, threads, cancellation);
        var strengths = new float[groups.Labels.Length];
        var states = new PostState[groups.Labels.Length];
        for (var node = 0; node < strengths.Length; node++)
        {
            if (groups.Labels[node] < 0)
            {
                states[node] = PostState.None;
                continue;
            }

            var share = OwnShare(graph.Edges, groups.Labels, node);
            strengths[node] = (share + tree.Trust[node]) / 2;
            states[node] = strengths[node] >= CoreTrust && margins[node] >= 0 ? PostState.Core
                : strengths[node] >= UnsureTrust ? PostState.Edge
                : PostState.Unsure;
        }

        return (strengths, states);
    }

    private static float OwnShare(WeightedGraph graph, int[] labels, int node)
    {
        double own = 0, all = 0;
        for (var e = graph.Offsets[node]; e < graph.Offsets[node + 1]; e++)
        {
            all += graph.Weights[e];
            own += labels[graph.Targets[e]] == labels[node] ? graph.Weights[e] : 0;
        }

        return all > 0 ? (float)(own / all) : 1;
    }

    private static float[] Margins(VectorTable rows, Partition groups, int threads, CancellationToken cancellation)
    {
        var margins = new float[rows.Count];
        if (groups.Count > 1)
        {
            GroupMeans.VisitProducts(rows, GroupMeans.Unit(GroupMeans.Of(rows, groups)), threads, Measure, cancellation);
        }

        return margins;

        void Measure(int row, ReadOnlySpan<float> products)
        {
            if (groups.Labels[row] is var own and >= 0)
            {
                margins[row] = products[own] - Silhouette.NearestOther(products, own);
            }
        }
    }
}
