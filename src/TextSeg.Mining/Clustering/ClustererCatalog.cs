using TextSeg.Mining.Clustering.Dbscan;
using TextSeg.Mining.Clustering.Hdbscan;
using TextSeg.Mining.Clustering.Hierarchical;
using TextSeg.Mining.Clustering.KMeans;

namespace TextSeg.Mining.Clustering;

/// <summary>The clusterers by name.</summary>
public static class ClustererCatalog
{
    /// <summary>Leiden on the neighbour graph; the default.</summary>
    public const string Graph = "graph";

    /// <summary>Density at every scale.</summary>
    public const string Hdbscan = "hdbscan";

    /// <summary>Spherical k-means.</summary>
    public const string KMeans = "kmeans";

    /// <summary>Density at one scale.</summary>
    public const string Dbscan = "dbscan";

    /// <summary>Average links.</summary>
    public const string Average = "average";

    /// <summary>Ward's links.</summary>
    public const string Ward = "ward";

    /// <summary>All names, the default first.</summary>
    public static IReadOnlyList<string> Names { get; } = [Graph, Hdbscan, KMeans, Dbscan, Average, Ward];

    /// <summary>Whether a clusterer finds its own number of groups and can be given none.</summary>
    public static bool FindsNumber(string name) => name is Hdbscan or Dbscan;

    /// <summary>Makes a clusterer.</summary>
    /// <param name="choice">Its name and settings.</param>
    /// <param name="shared">Settings of the graph; its seed, threads and wanted number hold for every clusterer.</param>
    /// <exception cref="ArgumentException">The choice has faults.</exception>
    public static IClusterer Make(ClustererChoice choice, GraphClustererOptions shared)
    {
        var faults = choice.Faults(shared.WantedGroups);
        if (faults.Count > 0)
        {
            throw new ArgumentException($"Grouping cannot run: {string.Join("; ", faults)}.");
        }

        var (seed, threads) = (shared.Seed, shared.Threads);
        return choice.Name switch
        {
            Hdbscan => new HdbscanClusterer(new HdbscanOptions { MinClusterSize = choice.SmallestGroup, Threads = threads }, seed),
            KMeans => new KMeansClusterer(new KMeansOptions { Groups = shared.WantedGroups, Seed = seed, Threads = threads }),
            Dbscan => new DbscanClusterer(new DbscanOptions { Epsilon = LengthOf(choice.Radius), Threads = threads }, seed),
            Average => new HierarchicalClusterer(new AgglomerativeOptions { Linkage = Linkage.Average, Groups = shared.WantedGroups, Threads = threads }, seed),
            Ward => new HierarchicalClusterer(new AgglomerativeOptions { Linkage = Linkage.Ward, Groups = shared.WantedGroups, Threads = threads }, seed),
            _ => new GraphClusterer(shared),
        };
    }

    // Unit vectors whose cosine is 1 − r lie √(2r) apart.
    private static double? LengthOf(double? cosineDistance) => cosineDistance is { } radius ? Math.Sqrt(2 * radius) : null;
}
