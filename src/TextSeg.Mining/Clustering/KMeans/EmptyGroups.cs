namespace TextSeg.Mining.Clustering.KMeans;

/// <summary>Gives groups that lost all their rows a new one.</summary>
internal static class EmptyGroups
{
    /// <summary>
    /// Each empty group gets the row that is farthest from its own centroid, out of a group that keeps another; where no row is away from its centroid, the empty groups are dropped.
    /// </summary>
    /// <param name="labels">The group of each row; changed.</param>
    /// <param name="cosines">Each row's cosine to its centroid; that of a row that moves becomes 1.</param>
    /// <param name="count">Number of groups, empty ones too.</param>
    /// <returns>Number of groups that hold rows; the labels are below it.</returns>
    public static int Refill(int[] labels, float[] cosines, int count)
    {
        var sizes = new int[count];
        foreach (var label in labels)
        {
            sizes[label]++;
        }

        for (var group = 0; group < count; group++)
        {
            if (sizes[group] == 0 && Farthest(labels, cosines, sizes) is var row and >= 0)
            {
                sizes[labels[row]]--;
                sizes[group] = 1;
                (labels[row], cosines[row]) = (group, 1);
            }
        }

        return DropEmpty(labels, sizes);
    }

    private static int Farthest(int[] labels, float[] cosines, int[] sizes)
    {
        var (farthest, lowest) = (-1, 1 - KMeansSeeding.LeastDistance);
        for (var row = 0; row < labels.Length; row++)
        {
            if (cosines[row] < lowest && sizes[labels[row]] > 1)
            {
                (farthest, lowest) = (row, cosines[row]);
            }
        }

        return farthest;
    }

    private static int DropEmpty(int[] labels, int[] sizes)
    {
        var (renamed, held) = (new int[sizes.Length], 0);
        for (var group = 0; group < sizes.Length; group++)
        {
            renamed[group] = sizes[group] > 0 ? held++ : -1;
        }

        for (var row = 0; row < labels.Length && held < sizes.Length; row++)
        {
            labels[row] = renamed[labels[row]];
        }

        return held;
    }
}
