using TextSeg.Mining.Clustering;
using TextSeg.Mining.Neighbors;

namespace TextSeg.Mining.Topics.Edits;

/// <summary>
/// Finds the parts of one topic: its different texts, or small groups of them by Leiden where there are many, joined by Ward's criterion
/// down to the number wanted; where none is wanted, the number with the best silhouette (Rousseeuw 1987).
/// </summary>
public static class TopicParts
{
    /// <summary>Parts that may be asked for.</summary>
    public const int Most = 8;

    private const int FewestPosts = 2;
    private const int MostSingleTexts = 1_500;
    private const int Neighbors = 15;
    private const double FineResolution = 24;

    /// <summary>The part of each row, from 0, the largest first; null where there are no such parts of at least two posts each.</summary>
    /// <param name="posts">All posts.</param>
    /// <param name="rows">The topic's rows.</param>
    /// <param name="wanted">Number of parts, 2 to 8; null to let the data choose.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static int[]? Find(CentredPosts posts, int[] rows, int? wanted, CancellationToken cancellation = default)
    {
        var texts = posts.DifferentTexts(rows);
        if (texts.Length < (wanted ?? 2))
        {
            return null;
        }

        var vectors = posts.Gather(texts);
        var fine = FineGroups(vectors, Array.ConvertAll(texts, text => posts.StableKeyOf[text]), cancellation);
        var (best, bestSilhouette) = (default(int[]), double.NegativeInfinity);
        for (var count = wanted ?? 2; count <= Math.Min(wanted ?? Most, fine.Count); count++)
        {
            var joined = NestedLevels.Join(vectors, fine, count);
            var partOf = Spread(posts, rows, texts, joined.Labels);
            if (partOf.CountBy(part => part).All(part => part.Value >= FewestPosts)
                && Silhouette.Of(vectors, joined, 0, cancellation) is var silhouette && silhouette > bestSilhouette)
            {
                (best, bestSilhouette) = (partOf, silhouette);
            }
        }

        return best;
    }

    private static Partition FineGroups(VectorTable vectors, ulong[] keys, CancellationToken cancellation)
    {
        if (vectors.Count <= MostSingleTexts)
        {
            return new Partition([.. Enumerable.Range(0, vectors.Count)], vectors.Count);
        }

        var graph = NeighborGraph.Build(ExactNeighbors.Find(vectors, Neighbors, Threads.Count(0), null, cancellation));
        return new Leiden(new LeidenOptions { Resolution = FineResolution, Seed = 1 }).Run(graph, keys, cancellation);
    }

    private static int[] Spread(CentredPosts posts, int[] rows, int[] texts, int[] labels)
    {
        var partOf = texts.Zip(labels).ToDictionary(pair => posts.TextKeyOf[pair.First], pair => pair.Second);
        return Array.ConvertAll(rows, row => partOf[posts.TextKeyOf[row]]);
    }
}
