using TextSeg.Mining.Clustering;
using TextSeg.Mining.Neighbors;

namespace TextSeg.Mining.Topics;

/// <summary>Finds rows that say the same thing, so that they become one node: a text posted 500 times has one voice in the graph and lies in one topic.</summary>
internal static class SameTexts
{
    private const int SpreadingPasses = 3;

    /// <summary>The node of each place in an order: equal text keys, or equal vectors where there are no keys, share one. Nodes are numbered by first appearance.</summary>
    public static int[] Identical(TopicInput input, int[] order, out int count)
    {
        var nodes = new int[order.Length];
        count = 0;
        var byKey = new Dictionary<long, int>();
        for (var place = 0; place < order.Length; place++)
        {
            var row = order[place];
            var key = input.TextKeyOf is { } texts ? texts[row] : (long)VectorKey(input.Vectors[row]);
            if (!byKey.TryGetValue(key, out var node))
            {
                byKey.Add(key, node = count++);
            }

            nodes[place] = node;
        }

        return nodes;
    }

    /// <summary>
    /// The leader of each node: an earlier node that is nearly the same and leads itself, or the node itself. As each node is compared with its leader,
    /// likeness is not handed on in a chain.
    /// </summary>
    /// <param name="rows">Vectors as the encoder gave them.</param>
    /// <param name="rowOf">The row that stands for each node.</param>
    /// <param name="neighbors">Neighbours of the nodes.</param>
    /// <param name="sameCosine">The cosine from which two texts count as the same.</param>
    public static int[] Leaders(VectorTable rows, int[] rowOf, NeighborTable neighbors, double sameCosine)
    {
        var leaders = new int[rowOf.Length];
        for (var node = 0; node < leaders.Length; node++)
        {
            leaders[node] = node;
        }

        // Likeness spreads through the lists first; then each node goes to the earliest leader that still leads itself.
        for (var pass = 0; pass < SpreadingPasses; pass++)
        {
            Lead(rows, rowOf, neighbors, sameCosine, leaders, mustLead: false);
        }

        Lead(rows, rowOf, neighbors, sameCosine, leaders, mustLead: true);
        return leaders;
    }

    private static void Lead(VectorTable rows, int[] rowOf, NeighborTable neighbors, double sameCosine, int[] leaders, bool mustLead)
    {
        for (var node = 0; node < leaders.Length; node++)
        {
            var earliest = !mustLead || leaders[leaders[node]] == leaders[node] ? leaders[node] : node;
            foreach (var other in neighbors.IndicesOf(node))
            {
                if (other >= 0 && leaders[other] is var leader && leader < earliest && (!mustLead || leaders[leader] == leader) && AreSame(node, leader))
                {
                    earliest = leader;
                }
            }

            leaders[node] = earliest;
        }

        bool AreSame(int a, int b) => rows.Dot(rowOf[a], rowOf[b]) >= sameCosine;
    }

    private static ulong VectorKey(ReadOnlySpan<float> vector)
    {
        ulong hash = 1;
        foreach (var value in vector)
        {
            hash = StableRandom.Bits(hash, BitConverter.SingleToUInt32Bits(value));
        }

        return hash;
    }
}
