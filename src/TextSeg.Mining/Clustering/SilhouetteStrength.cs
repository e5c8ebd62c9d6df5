namespace TextSeg.Mining.Clustering;

/// <summary>How strongly a row belongs to its group, for methods that place every row: its silhouette, brought from −1 … 1 to 0 … 1.</summary>
internal static class SilhouetteStrength
{
    /// <summary>One half is a row as near to the next group as to its own; 0 a row in no group. Where there is only one group all its rows belong wholly.</summary>
    public static float[] Of(VectorTable unitRows, Partition groups, int threads, CancellationToken cancellation)
    {
        var (values, _) = Silhouette.OfRows(unitRows, groups, threads, cancellation);
        for (var row = 0; row < values.Length; row++)
        {
            values[row] = groups.Labels[row] < 0 ? 0 : groups.Count == 1 ? 1 : Math.Clamp((1 + values[row]) / 2, 0, 1);
        }

        return values;
    }
}
