namespace TextSeg.Mining.Clustering;

/// <summary>
/// Builds each group up again from single nodes: a node that still stands alone joins a well-connected part of its own group, by chance,
/// the likelier the higher the gain (Traag et al. 2019, functions RefinePartition and MergeNodesSubset of algorithm A.2).
/// </summary>
internal sealed class Refinement
{
    private readonly WeightedGraph graph;
    private readonly int[] groupOf;
    private readonly double penalty;
    private readonly double randomness;
    private readonly double[] groupStrength;
    private readonly int[] part;
    private readonly int[] partSize;
    private readonly double[] partStrength;
    private readonly double[] partOutward;
    private readonly double[] weightTo;
    private readonly int[] touched;
    private readonly double[] gains;

    public Refinement(WeightedGraph graph, int[] groupOf, double penalty, double randomness)
    {
        (this.graph, this.groupOf, this.penalty, this.randomness) = (graph, groupOf, penalty, randomness);
        groupStrength = new double[graph.Count];
        part = new int[graph.Count];
        partSize = new int[graph.Count];
        partStrength = (double[])graph.Strengths.Clone();
        partOutward = new double[graph.Count];
        weightTo = new double[graph.Count];
        touched = new int[graph.Count];
        gains = new double[graph.Count];
        for (var node = 0; node < graph.Count; node++)
        {
            part[node] = node;
            partSize[node] = 1;
            groupStrength[groupOf[node]] += graph.Strengths[node];
            for (var e = graph.Offsets[node]; e < graph.Offsets[node + 1]; e++)
            {
                partOutward[node] += groupOf[graph.Targets[e]] == groupOf[node] ? graph.Weights[e] : 0;
            }
        }
    }

    /// <summary>The part of each node, any numbers; every part lies within one group and is connected.</summary>
    public int[] Run(ReadOnlySpan<int> order, ReadOnlySpan<ulong> keys, ulong seed)
    {
        foreach (var node in order)
        {
            if (partSize[part[node]] == 1 && IsWellConnected(part[node], groupOf[node]))
            {
                var count = Gather(node);
                Join(node, Choose(node, count, StableRandom.Unit(seed, keys[node])));
                for (var t = 0; t < count; t++)
                {
                    weightTo[touched[t]] = 0;
                }
            }
        }

        return part;
    }

    private bool IsWellConnected(int candidate, int group)
        => partOutward[candidate] >= penalty * partStrength[candidate] * (groupStrength[group] - partStrength[candidate]);

    private int Gather(int node)
    {
        var count = 0;
        for (var e = graph.Offsets[node]; e < graph.Offsets[node + 1]; e++)
        {
            var other = graph.Targets[e];
            if (groupOf[other] != groupOf[node])
            {
                continue;
            }

            if (weightTo[part[other]] == 0)
            {
                touched[count++] = part[other];
            }

            weightTo[part[other]] += graph.Weights[e];
        }

        return count;
    }

    private int Choose(int node, int count, double draw)
    {
        double highest = 0;
        for (var t = 0; t < count; t++)
        {
            var candidate = touched[t];
            gains[t] = IsWellConnected(candidate, groupOf[node])
                ? weightTo[candidate] - (penalty * graph.Strengths[node] * partStrength[candidate])
                : double.NegativeInfinity;
            highest = Math.Max(highest, gains[t]);
        }

        var total = Math.Exp(-highest / randomness);
        for (var t = 0; t < count; t++)
        {
            gains[t] = gains[t] >= 0 ? Math.Exp((gains[t] - highest) / randomness) : 0;
            total += gains[t];
        }

        var left = draw * total;
        for (var t = 0; t < count; t++)
        {
            left -= gains[t];
            if (left < 0)
            {
                return touched[t];
            }
        }

        return part[node];
    }

    private void Join(int node, int chosen)
    {
        var own = part[node];
        if (chosen == own)
        {
            return;
        }

        partOutward[chosen] += partOutward[own] - (2 * weightTo[chosen]);
        partStrength[chosen] += partStrength[own];
        partSize[chosen]++;
        partSize[own] = 0;
        part[node] = chosen;
    }
}
