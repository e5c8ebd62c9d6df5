using TextSeg.Mining.Clustering;
using TextSeg.Mining.Neighbors;

namespace TextSeg.Mining.Topics;

/// <summary>Looks some nodes' neighbours up among all nodes, exactly, and writes them over the lists of a table.</summary>
internal sealed class NodeLookUp(VectorTable vectors, NeighborTable lists)
{
    private const int NodesAtOnce = 48;
    private const int BlockRows = 1024;

    /// <summary>Fills the lists of the nodes; ties go to the lower node.</summary>
    public void Run(int[] nodes, int threads, CancellationToken cancellation)
    {
        var chunks = nodes.Chunk(NodesAtOnce).ToArray();
        Parallel.ForEach(chunks, Threads.Limit(threads, cancellation), Look);
    }

    private void Look(int[] nodes)
    {
        var queries = new float[nodes.Length * vectors.Dimension];
        for (var i = 0; i < nodes.Length; i++)
        {
            vectors[nodes[i]].CopyTo(queries.AsSpan(i * vectors.Dimension));
        }

        var found = new int[nodes.Length];
        var buffer = new float[vectors.Shortened is null ? 0 : BlockRows * vectors.Dimension];
        var products = new float[nodes.Length * BlockRows];
        for (var first = 0; first < vectors.Count; first += BlockRows)
        {
            var count = Math.Min(BlockRows, vectors.Count - first);
            DotBlock.Multiply(queries, vectors.Block(first, count, buffer), vectors.Dimension, products);
            for (var i = 0; i < nodes.Length; i++)
            {
                found[i] = Offer(nodes[i], first, products.AsSpan(i * count, count), found[i]);
            }
        }
    }

    private int Offer(int node, int first, ReadOnlySpan<float> products, int found)
    {
        var row = lists.Indices.AsSpan(node * lists.K, lists.K);
        var cosines = lists.Similarities.AsSpan(node * lists.K, lists.K);
        for (var i = 0; i < products.Length; i++)
        {
            if (first + i == node || (found == row.Length && products[i] <= cosines[^1]))
            {
                continue;
            }

            var place = found < row.Length ? found++ : found - 1;
            for (; place > 0 && cosines[place - 1] < products[i]; place--)
            {
                (row[place], cosines[place]) = (row[place - 1], cosines[place - 1]);
            }

            (row[place], cosines[place]) = (first + i, products[i]);
        }

        return found;
    }
}
