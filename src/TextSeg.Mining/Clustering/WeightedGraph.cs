namespace TextSeg.Mining.Clustering;

/// <summary>
/// An undirected graph with positive weights in compressed sparse rows: every edge stands in the rows of both its ends, targets rising within a row.
/// Weight inside a node (after aggregation) is kept apart, counted from both ends.
/// </summary>
public sealed class WeightedGraph
{
    /// <param name="offsets">Where each node's row begins in <paramref name="targets"/>; one entry more than there are nodes.</param>
    /// <param name="targets">The other end of each edge.</param>
    /// <param name="weights">Weight of each edge, above 0.</param>
    /// <param name="innerWeights">Weight inside each node, or null for none.</param>
    /// <exception cref="ArgumentException">The lengths do not fit one another.</exception>
    public WeightedGraph(int[] offsets, int[] targets, float[] weights, double[]? innerWeights = null)
    {
        if (offsets.Length == 0 || offsets[^1] != targets.Length || weights.Length != targets.Length)
        {
            throw new ArgumentException("Offsets, targets and weights of the graph do not fit one another.", nameof(offsets));
        }

        Offsets = offsets;
        Targets = targets;
        Weights = weights;
        InnerWeights = innerWeights ?? new double[offsets.Length - 1];
        Strengths = (double[])InnerWeights.Clone();
        for (var node = 0; node < Count; node++)
        {
            for (var e = offsets[node]; e < offsets[node + 1]; e++)
            {
                Strengths[node] += weights[e];
            }

            TotalStrength += Strengths[node];
        }
    }

    /// <summary>Number of nodes.</summary>
    public int Count => Offsets.Length - 1;

    public int[] Offsets { get; }

    public int[] Targets { get; }

    public float[] Weights { get; }

    /// <summary>Weight of the edges inside each node, counted from both ends.</summary>
    public double[] InnerWeights { get; }

    /// <summary>Sum of the weights at each node ("weighted degree"), the inner weight with it.</summary>
    public double[] Strengths { get; }

    /// <summary>Sum of all strengths, twice the weight of all edges ("2m").</summary>
    public double TotalStrength { get; }

    /// <summary>The same nodes with other weights of the edges; edges whose new weight is not above 0 go.</summary>
    /// <param name="weightOf">The new weight of each place in <see cref="Targets"/>; asked twice, so that nothing larger than the result is held.</param>
    public WeightedGraph WithWeights(Func<int, float> weightOf)
    {
        var offsets = new int[Offsets.Length];
        for (var node = 0; node < Count; node++)
        {
            offsets[node + 1] = offsets[node];
            for (var e = Offsets[node]; e < Offsets[node + 1]; e++)
            {
                offsets[node + 1] += weightOf(e) > 0 ? 1 : 0;
            }
        }

        var (targets, kept, count) = (new int[offsets[^1]], new float[offsets[^1]], 0);
        for (var e = 0; e < Targets.Length; e++)
        {
            if (weightOf(e) is var weight and > 0)
            {
                targets[count] = Targets[e];
                kept[count++] = weight;
            }
        }

        return new WeightedGraph(offsets, targets, kept, InnerWeights);
    }
}
