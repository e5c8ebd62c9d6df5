namespace TextSeg.Mining.Clustering.KMeans;

/// <summary>What <see cref="SphericalKMeans"/> found.</summary>
/// <param name="Groups">The group of each row, by falling size; a row of zeros has no direction and is in none.</param>
/// <param name="Centroids">The unit centroid of each group.</param>
/// <param name="Strength">How strongly each row belongs, 0 to 1: its silhouette s as (1 + s) ÷ 2; 0 in no group.</param>
/// <param name="Distance">Cosine distances of the rows to their centroids, summed with their weights.</param>
/// <param name="Rounds">Rounds of the best start.</param>
/// <param name="Search">The numbers of groups tried with their silhouettes, rising; empty where the number was given.</param>
public sealed record KMeansResult(
    Partition Groups, VectorTable Centroids, float[] Strength, double Distance, int Rounds, IReadOnlyList<GroupCountStep> Search);
