using TextSeg.Mining.Neighbors;

namespace TextSeg.Mining.Clustering.Dbscan;

/// <summary>
/// Finds for a row that is not core the core row to which it belongs. The paper takes the cluster that reaches it first, which hangs on the order of the rows;
/// here it is the nearest core row within epsilon, the one with the lowest key among equals.
/// </summary>
internal static class BorderRows
{
    /// <summary>For each row itself if it is core, else its core row, or −1 for noise.</summary>
    /// <param name="unitRows">Unit vectors.</param>
    /// <param name="keys">What tells the rows apart.</param>
    /// <param name="neighbors">Nearest rows.</param>
    /// <param name="isCore">Whether each row is core.</param>
    /// <param name="least">The lowest cosine within epsilon.</param>
    /// <param name="threads">Threads to use, 0 for one a processor.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static int[] Anchors(
        VectorTable unitRows, ulong[] keys, NeighborTable neighbors, bool[] isCore, float least, int threads, CancellationToken cancellation)
    {
        var anchors = new int[isCore.Length];
        var open = new List<int>();
        for (var row = 0; row < anchors.Length; row++)
        {
            anchors[row] = row;
            if (!isCore[row])
            {
                anchors[row] = Listed(row, keys, neighbors, isCore, least, out var ended);
                if (anchors[row] < 0 && ended)
                {
                    open.Add(row);
                }
            }
        }

        if (open.Count > 0)
        {
            var queries = GroupMeans.Gather(unitRows, [.. open]);
            var found = ExactNeighbors.Search(queries, unitRows, 1, isCore, Threads.Count(threads), cancellation);
            for (var i = 0; i < open.Count; i++)
            {
                anchors[open[i]] = found.SimilaritiesOf(i)[0] >= least ? found.IndicesOf(i)[0] : -1;
            }
        }

        return anchors;
    }

    /// <summary>The nearest core row in a row's list; also whether the list ended before the distance grew too long, so that others may be within it.</summary>
    private static int Listed(int row, ulong[] keys, NeighborTable neighbors, bool[] isCore, float least, out bool ended)
    {
        var others = neighbors.IndicesOf(row);
        var cosines = neighbors.SimilaritiesOf(row);
        var (best, at) = (-1, 0);
        for (; at < others.Length && others[at] >= 0 && cosines[at] >= least; at++)
        {
            if (isCore[others[at]] && (best < 0 || (cosines[at] == cosines[best] && keys[others[at]] < keys[others[best]])))
            {
                best = at;
            }
        }

        ended = at == others.Length || others[at] < 0;
        return best < 0 ? -1 : others[best];
    }
}
