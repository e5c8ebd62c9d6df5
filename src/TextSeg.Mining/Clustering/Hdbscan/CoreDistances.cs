using TextSeg.Mining.Neighbors;

namespace TextSeg.Mining.Clustering.Hdbscan;

/// <summary>
/// How far a row must reach to have enough rows around it, itself among them (Campello, Moulavi, Zimek and Sander 2015, "Hierarchical density estimates
/// for data clustering, visualization, and outlier detection", definition 1). Kept as cosines: the core distance is <see cref="UnitDistance.OfCosine"/> of each.
/// </summary>
public static class CoreDistances
{
    /// <summary>The cosine at the core distance of each row; that of the farthest row where there are fewer rows than wanted.</summary>
    /// <param name="unitRows">Unit vectors.</param>
    /// <param name="neighbors">Nearest rows by cosine; rows whose list is too short are compared with all others.</param>
    /// <param name="minSamples">Rows wanted, the row itself counted, at least 1.</param>
    /// <param name="threads">Threads to use, 0 for one a processor.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static float[] CosinesOf(VectorTable unitRows, NeighborTable neighbors, int minSamples, int threads = 0, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(minSamples, 1);
        var others = Math.Min(minSamples, unitRows.Count) - 1;
        var cosines = new float[unitRows.Count];
        var alone = new List<int>();
        for (var row = 0; row < cosines.Length; row++)
        {
            if (others == 0)
            {
                cosines[row] = 1;
            }
            else if (others <= neighbors.K && neighbors.IndicesOf(row)[others - 1] >= 0)
            {
                cosines[row] = neighbors.SimilaritiesOf(row)[others - 1];
            }
            else
            {
                alone.Add(row);
            }
        }

        Search(unitRows, [.. alone], others + 1, cosines, threads, cancellation);
        return cosines;
    }

    /// <summary>The row itself is found too, and counts.</summary>
    private static void Search(VectorTable unitRows, int[] rows, int wanted, float[] cosines, int threads, CancellationToken cancellation)
    {
        if (rows.Length == 0)
        {
            return;
        }

        var found = ExactNeighbors.Search(GroupMeans.Gather(unitRows, rows), unitRows, wanted, null, Threads.Count(threads), cancellation);
        for (var i = 0; i < rows.Length; i++)
        {
            cosines[rows[i]] = found.SimilaritiesOf(i)[wanted - 1];
        }
    }
}
