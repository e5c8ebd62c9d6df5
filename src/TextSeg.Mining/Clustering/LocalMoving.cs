namespace TextSeg.Mining.Clustering;

/// <summary>
/// Moves single nodes to the neighbouring group with the highest gain until no move gains anything, with a queue of the nodes that may still move
/// (Traag et al. 2019, function MoveNodesFast of algorithm A.2).
/// </summary>
internal sealed class LocalMoving
{
    private const double SmallestGain = 1e-10;

    private readonly WeightedGraph graph;
    private readonly int[] labels;
    private readonly double penalty;
    private readonly double[] groupStrength;
    private readonly int[] groupSize;
    private readonly Stack<int> empty = new();
    private readonly double[] weightTo;
    private readonly int[] touched;

    /// <param name="graph">The graph.</param>
    /// <param name="labels">Groups 0 … of the nodes; changed in place.</param>
    /// <param name="penalty">Resolution divided by the total strength.</param>
    public LocalMoving(WeightedGraph graph, int[] labels, double penalty)
    {
        this.graph = graph;
        this.labels = labels;
        this.penalty = penalty;
        groupStrength = new double[graph.Count];
        groupSize = new int[graph.Count];
        weightTo = new double[graph.Count];
        touched = new int[graph.Count];
        for (var node = 0; node < graph.Count; node++)
        {
            groupStrength[labels[node]] += graph.Strengths[node];
            groupSize[labels[node]]++;
        }

        for (var group = graph.Count - 1; group >= 0; group--)
        {
            if (groupSize[group] == 0)
            {
                empty.Push(group);
            }
        }
    }

    /// <summary>Runs until the queue is empty.</summary>
    /// <param name="order">The order in which nodes are visited first; used up as the queue.</param>
    public void Run(ReadOnlySpan<int> order)
    {
        var queue = order.ToArray();
        var queued = new bool[graph.Count];
        Array.Fill(queued, true);
        var (head, waiting) = (0, queue.Length);
        while (waiting > 0)
        {
            var node = queue[head];
            head = head + 1 == queue.Length ? 0 : head + 1;
            waiting--;
            queued[node] = false;
            if (!Move(node))
            {
                continue;
            }

            for (var e = graph.Offsets[node]; e < graph.Offsets[node + 1]; e++)
            {
                var other = graph.Targets[e];
                if (!queued[other] && labels[other] != labels[node])
                {
                    queued[other] = true;
                    queue[(head + waiting) % queue.Length] = other;
                    waiting++;
                }
            }
        }
    }

    private bool Move(int node)
    {
        var own = labels[node];
        var strength = graph.Strengths[node];
        var count = 0;
        for (var e = graph.Offsets[node]; e < graph.Offsets[node + 1]; e++)
        {
            var group = labels[graph.Targets[e]];
            if (weightTo[group] == 0)
            {
                touched[count++] = group;
            }

            weightTo[group] += graph.Weights[e];
        }

        groupStrength[own] -= strength;
        groupSize[own]--;
        var (best, bestGain) = (own, weightTo[own] - (penalty * strength * groupStrength[own]) + SmallestGain);
        for (var t = 0; t < count; t++)
        {
            var group = touched[t];
            var gain = weightTo[group] - (penalty * strength * groupStrength[group]);
            weightTo[group] = 0;
            if (gain > bestGain)
            {
                (best, bestGain) = (group, gain);
            }
        }

        if (bestGain < 0 && groupSize[own] > 0)
        {
            best = empty.Pop();
        }

        if (best != own && groupSize[own] == 0)
        {
            empty.Push(own);
        }

        groupStrength[best] += strength;
        groupSize[best]++;
        labels[node] = best;
        return best != own;
    }
}
