namespace TextSeg.Mining.Clustering;

/// <summary>Groups at several levels, each level inside the one before.</summary>
/// <param name="Levels">From few groups to many; the number of groups rises strictly. At least one level.</param>
/// <param name="ReaderLevel">The level to read first.</param>
/// <param name="Trust">How surely each node belongs to its group at the reader's level, 0 to 1 (graph: the mean share of runs that keep it together with its neighbours; others: strength of membership); 0 in no group.</param>
public sealed record ClusterTree(ClusterLevel[] Levels, int ReaderLevel, float[] Trust)
{
    /// <summary>The level to read first.</summary>
    public ClusterLevel Reader => Levels[ReaderLevel];
}

/// <summary>One level of a <see cref="ClusterTree"/>.</summary>
/// <param name="Groups">The group of each node.</param>
/// <param name="Resolution">Resolution at which the level was found; 0 where it joins groups of a finer level or the clusterer knows no resolution.</param>
/// <param name="Silhouette">Mean silhouette with cosine distance, −1 to 1.</param>
/// <param name="Stability">Mean adjusted Rand index when only a sample of the nodes is grouped, at most 1.</param>
/// <param name="GroupStability">For each group the mean best overlap (Jaccard) under the same sampling, 0 to 1.</param>
/// <param name="Parent">For each group its group on the level before, −1 on the first level.</param>
public sealed record ClusterLevel(Partition Groups, double Resolution, double Silhouette, double Stability, double[] GroupStability, int[] Parent);
