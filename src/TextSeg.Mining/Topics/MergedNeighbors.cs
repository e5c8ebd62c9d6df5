using TextSeg.Mining.Clustering;
using TextSeg.Mining.Neighbors;

namespace TextSeg.Mining.Topics;

/// <summary>Neighbour lists after nodes were merged.</summary>
internal static class MergedNeighbors
{
    /// <summary>The first k neighbours of each row.</summary>
    public static NeighborTable Shorten(NeighborTable neighbors, int k)
    {
        var n = neighbors.Indices.Length / neighbors.K;
        var (indices, similarities) = (new int[n * k], new float[n * k]);
        for (var row = 0; row < n; row++)
        {
            neighbors.IndicesOf(row)[..k].CopyTo(indices.AsSpan(row * k));
            neighbors.SimilaritiesOf(row)[..k].CopyTo(similarities.AsSpan(row * k));
        }

        return new NeighborTable(k, indices, similarities);
    }

    /// <summary>Lists of the nodes that stay, without same texts; a list that became too short is looked up again among all nodes that stay.</summary>
    /// <param name="neighbors">Lists before.</param>
    /// <param name="nodes">The new node of each old one.</param>
    /// <param name="chosen">The old node that stands for each new one.</param>
    /// <param name="vectors">Vectors of the new nodes.</param>
    /// <param name="k">Neighbours wanted.</param>
    public static NeighborTable Merge(NeighborTable neighbors, int[] nodes, int[] chosen, VectorTable vectors, int k)
    {
        var (indices, similarities) = (new int[chosen.Length * k], new float[chosen.Length * k]);
        Array.Fill(indices, -1);
        var products = new float[vectors.Count];
        for (var node = 0; node < chosen.Length; node++)
        {
            var row = indices.AsSpan(node * k, k);
            var cosines = similarities.AsSpan(node * k, k);
            var found = Collect(neighbors, nodes, chosen, node, vectors, row, cosines);
            if (found < Math.Min(k, vectors.Count - 1))
            {
                DotBlock.Multiply(vectors[node], vectors.Values, vectors.Dimension, products);
                LookUp(products, node, row, cosines);
            }
        }

        return new NeighborTable(k, indices, similarities);
    }

    private static int Collect(NeighborTable neighbors, int[] nodes, int[] chosen, int node, VectorTable vectors, Span<int> row, Span<float> cosines)
    {
        var found = 0;
        foreach (var old in neighbors.IndicesOf(chosen[node]))
        {
            if (old >= 0 && nodes[old] is var other && other != node && !row[..found].Contains(other) && found < row.Length)
            {
                row[found] = other;
                cosines[found++] = DotBlock.Dot(vectors[node], vectors[other]);
            }
        }

        return found;
    }

    private static void LookUp(float[] products, int node, Span<int> row, Span<float> cosines)
    {
        var found = 0;
        for (var other = 0; other < products.Length; other++)
        {
            if (other == node || (found == row.Length && products[other] <= cosines[^1]))
            {
                continue;
            }

            var place = found < row.Length ? found++ : found - 1;
            for (; place > 0 && cosines[place - 1] < products[other]; place--)
            {
                (row[place], cosines[place]) = (row[place - 1], cosines[place - 1]);
            }

            (row[place], cosines[place]) = (other, products[other]);
        }
    }
}
