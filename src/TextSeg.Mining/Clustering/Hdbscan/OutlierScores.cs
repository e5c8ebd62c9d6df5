namespace TextSeg.Mining.Clustering.Hdbscan;

/// <summary>GLOSH, the global-local outlier score from hierarchies (Campello et al. 2015, section 6, equation 8).</summary>
public static class OutlierScores
{
    /// <summary>
    /// For each row 1 − (density at which it leaves the hierarchy) / (highest density inside the smallest cluster that ever held it):
    /// 0 in the middle of a cluster, towards 1 far outside of a dense one.
    /// </summary>
    public static float[] Of(CondensedTree tree)
    {
        var densest = (double[])tree.Death.Clone();
        for (var cluster = tree.Count - 1; cluster > 0; cluster--)
        {
            ref var outer = ref densest[tree.Parent[cluster]];
            outer = Math.Max(outer, densest[cluster]);
        }

        var scores = new float[tree.LastCluster.Length];
        for (var row = 0; row < scores.Length; row++)
        {
            var highest = densest[tree.LastCluster[row]];
            scores[row] = highest > 0 ? (float)(1 - (tree.Departure[row] / highest)) : 0;
        }

        return scores;
    }
}
