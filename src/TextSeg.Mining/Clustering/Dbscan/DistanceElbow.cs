namespace TextSeg.Mining.Clustering.Dbscan;

/// <summary>
/// The distance at which a curve of k-distances bends upwards. Ester, Kriegel, Sander and Xu 1996 ("A density-based algorithm for discovering clusters",
/// section 4.2) look for the first valley of the sorted curve by eye; here it is the point farthest below the straight line from its start to its end, both axes
/// scaled to 1 (Satopää, Albrecht, Irwin and Raghavan 2011, "Finding a 'Kneedle' in a haystack", without their smoothing:
/// the highest of all differences is taken, not the first that passes a threshold).
/// </summary>
public static class DistanceElbow
{
    /// <summary>The distance at the elbow; the last one where the curve lies nowhere below the line, 0 where there is none.</summary>
    /// <param name="distances">The distance of each row to its k-th neighbour, in any order.</param>
    public static double Of(ReadOnlySpan<double> distances)
    {
        if (distances.Length == 0)
        {
            return 0;
        }

        var curve = distances.ToArray();
        Array.Sort(curve);
        var (lowest, height, last) = (curve[0], curve[^1] - curve[0], curve.Length - 1);
        var (elbow, deepest) = (curve[^1], 0.0);
        for (var i = 0; i < last && height > 0; i++)
        {
            var depth = ((double)i / last) - ((curve[i] - lowest) / height);
            if (depth > deepest)
            {
                (elbow, deepest) = (curve[i], depth);
            }
        }

        return elbow;
    }
}
