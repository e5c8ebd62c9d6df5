using TextSeg.Mining.Neighbors;

namespace TextSeg.Mining.Clustering;

/// <summary>Turns nearest neighbours into an undirected graph: the weight of an edge is the squared cosine, summed over the directions in which it was found.</summary>
public static class NeighborGraph
{
    /// <summary>Builds the graph. Neighbours with a cosine of 0 or less give no edge.</summary>
    /// <param name="neighbors">Neighbours of each node.</param>
    /// <param name="authorOf">The author of each node, −1 for none; null where authors do not count.</param>
    /// <param name="authorCap">How many neighbours by one author count in full in a node's list; the r-th after that counts cap/r.</param>
    public static WeightedGraph Build(NeighborTable neighbors, int[]? authorOf = null, int authorCap = int.MaxValue)
    {
        var n = neighbors.Indices.Length == 0 ? 0 : neighbors.Count;
        var directed = DirectedWeights(neighbors, n, authorOf, authorCap);
        var starts = RowStarts(neighbors, directed, n);
        var targets = new int[starts[n]];
        var weights = new float[starts[n]];
        var cursor = starts.AsSpan(0, n).ToArray();
        for (var e = 0; e < directed.Length; e++)
        {
            if (directed[e] > 0)
            {
                var (from, to) = (e / neighbors.K, neighbors.Indices[e]);
                targets[cursor[from]] = to;
                weights[cursor[from]++] = directed[e];
                targets[cursor[to]] = from;
                weights[cursor[to]++] = directed[e];
            }
        }

        return SumRepeats(starts, targets, weights);
    }

    private static float[] DirectedWeights(NeighborTable neighbors, int n, int[]? authorOf, int authorCap)
    {
        var weights = new float[n * neighbors.K];
        for (var node = 0; node < n; node++)
        {
            var others = neighbors.IndicesOf(node);
            var cosines = neighbors.SimilaritiesOf(node);
            for (var j = 0; j < others.Length; j++)
            {
                if (others[j] >= 0 && cosines[j] > 0)
                {
                    weights[(node * neighbors.K) + j] = cosines[j] * cosines[j] * AuthorShare(others[..(j + 1)], authorOf, authorCap);
                }
            }
        }

        return weights;
    }

    private static float AuthorShare(ReadOnlySpan<int> upToHere, int[]? authorOf, int cap)
    {
        if (authorOf is null || authorOf[upToHere[^1]] < 0)
        {
            return 1;
        }

        var author = authorOf[upToHere[^1]];
        var rank = 0;
        foreach (var other in upToHere)
        {
            rank += other >= 0 && authorOf[other] == author ? 1 : 0;
        }

        return rank <= cap ? 1 : (float)cap / rank;
    }

    private static int[] RowStarts(NeighborTable neighbors, float[] directed, int n)
    {
        var starts = new int[n + 1];
        for (var e = 0; e < directed.Length; e++)
        {
            if (directed[e] > 0)
            {
                starts[(e / neighbors.K) + 1]++;
                starts[neighbors.Indices[e] + 1]++;
            }
        }

        for (var node = 0; node < n; node++)
        {
            starts[node + 1] += starts[node];
        }

        return starts;
    }

    private static WeightedGraph SumRepeats(int[] starts, int[] targets, float[] weights)
    {
        var offsets = new int[starts.Length];
        var kept = 0;
        for (var node = 0; node + 1 < starts.Length; node++)
        {
            Array.Sort(targets, weights, starts[node], starts[node + 1] - starts[node]);
            var rowStart = kept;
            for (var e = starts[node]; e < starts[node + 1]; e++)
            {
                if (kept > rowStart && targets[kept - 1] == targets[e])
                {
                    weights[kept - 1] += weights[e];
                    continue;
                }

                targets[kept] = targets[e];
                weights[kept++] = weights[e];
            }

            offsets[node + 1] = kept;
        }

        return new WeightedGraph(offsets, targets[..kept], weights[..kept]);
    }
}
