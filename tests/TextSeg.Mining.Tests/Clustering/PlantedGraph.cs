using TextSeg.Mining.Clustering;

namespace TextSeg.Mining.Tests.Clustering;

/// <summary>Graphs with planted groups, the same for a seed; the formula is written again in scripts/golden/leiden.py.</summary>
internal static class PlantedGraph
{
    private const ulong Modulus = 2147483647;

    /// <summary>Nodes 0 … in groups of equal size one after the other; each pair is an edge with a probability, by a Lehmer generator (Park and Miller 1988).</summary>
    public static WeightedGraph Make(int groups, int groupSize, double inside, double outside, ulong seed)
    {
        var n = groups * groupSize;
        var rows = new List<int>[n];
        for (var node = 0; node < n; node++)
        {
            rows[node] = [];
        }

        var state = seed;
        for (var a = 0; a < n; a++)
        {
            for (var b = a + 1; b < n; b++)
            {
                state = state * 48271 % Modulus;
                if (state < Modulus * (a / groupSize == b / groupSize ? inside : outside))
                {
                    rows[a].Add(b);
                    rows[b].Add(a);
                }
            }
        }

        return FromRows(rows);
    }

    /// <summary>A graph with edges of weight 1.</summary>
    public static WeightedGraph FromEdges(int nodes, params (int A, int B)[] edges)
    {
        var rows = new List<int>[nodes];
        for (var node = 0; node < nodes; node++)
        {
            rows[node] = [];
        }

        foreach (var (a, b) in edges)
        {
            rows[a].Add(b);
            rows[b].Add(a);
        }

        return FromRows(rows);
    }

    public static int[] Truth(int groups, int groupSize)
    {
        var labels = new int[groups * groupSize];
        for (var node = 0; node < labels.Length; node++)
        {
            labels[node] = node / groupSize;
        }

        return labels;
    }

    public static ulong[] Keys(int count)
    {
        var keys = new ulong[count];
        for (var i = 0; i < count; i++)
        {
            keys[i] = (ulong)i;
        }

        return keys;
    }

    private static WeightedGraph FromRows(List<int>[] rows)
    {
        var offsets = new int[rows.Length + 1];
        var targets = new List<int>();
        for (var node = 0; node < rows.Length; node++)
        {
            rows[node].Sort();
            targets.AddRange(rows[node]);
            offsets[node + 1] = targets.Count;
        }

        var weights = new float[targets.Count];
        Array.Fill(weights, 1);
        return new WeightedGraph(offsets, [.. targets], weights);
    }
}
