using TextSeg.Mining.Clustering;
using TextSeg.Mining.Neighbors;

namespace TextSeg.Mining.Topics;

/// <summary>Finds rows that say the same thing, so that they become one node: a text posted 500 times has one voice in the graph and lies in one topic.</summary>
internal static class SameTexts
{
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
            foreach (var other in neighbors.IndicesOf(node))
            {
                if (other < 0 || !AreSame(node, other))
                {
                    continue;
                }

                var leader = other < node ? leaders[other] : node;
                if (leader < leaders[node] && AreSame(node, leader))
                {
                    leaders[node] = leader;
                }
            }
        }

        return leaders;

        bool AreSame(int a, int b) => DotBlock.Dot(rows[rowOf[a]], rows[rowOf[b]]) >= sameCosine;
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
