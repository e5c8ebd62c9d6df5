namespace TextSeg.Mining.Clustering.Hdbscan;

/// <summary>What HDBSCAN found.</summary>
/// <param name="Groups">The cluster of each row, numbered by falling size; −1 for noise.</param>
/// <param name="Strength">How firmly each row belongs to its cluster, 0 to 1; 0 for noise.</param>
/// <param name="OutlierScores">GLOSH: how far each row lies outside of the cluster nearest to it, 0 to 1.</param>
/// <param name="Stability">The stability of each cluster, in rows × density.</param>
/// <param name="Tree">The hierarchy the clusters were taken from.</param>
public sealed record HdbscanResult(Partition Groups, float[] Strength, float[] OutlierScores, double[] Stability, CondensedTree Tree);
