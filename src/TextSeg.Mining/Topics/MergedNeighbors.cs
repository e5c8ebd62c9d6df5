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
    /// <param name="fewest">Neighbours below which a list is too short.</param>
    /// <param name="threads">Threads that look up.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static NeighborTable Merge(
        NeighborTable neighbors, int[] nodes, int[] chosen, VectorTable vectors, int k, int fewest, int threads, CancellationToken cancellation)
    {
        var merged = new NeighborTable(k, new int[chosen.Length * k], new float[chosen.Length * k]);
        Array.Fill(merged.Indices, -1);
        var tooShort = new List<int>();
        for (var node = 0; node < chosen.Length; node++)
        {
            if (Collect(neighbors, nodes, chosen, node, vectors, merged) < Math.Min(fewest, vectors.Count - 1))
            {
                tooShort.Add(node);
            }
        }

        new NodeLookUp(vectors, merged).Run([.. tooShort], threads, cancellation);
        return merged;
    }

    private static int Collect(NeighborTable neighbors, int[] nodes, int[] chosen, int node, VectorTable vectors, NeighborTable merged)
    {
        var row = merged.Indices.AsSpan(node * merged.K, merged.K);
        var cosines = merged.Similarities.AsSpan(node * merged.K, merged.K);
        var found = 0;
        foreach (var old in neighbors.IndicesOf(chosen[node]))
        {
            if (old >= 0 && nodes[old] is var other && other != node && !row[..found].Contains(other) && found < row.Length)
            {
                row[found] = other;
                cosines[found++] = vectors.Dot(node, other);
            }
        }

        return found;
    }
}
