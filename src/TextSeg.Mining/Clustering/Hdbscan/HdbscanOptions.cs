namespace TextSeg.Mining.Clustering.Hdbscan;

/// <summary>Settings of <see cref="HdbscanAlgorithm"/>.</summary>
public sealed class HdbscanOptions
{
    /// <summary>Rows of the smallest cluster, at least 2; null (default) for one that grows with the rows, see <see cref="MinClusterSizeFor"/>.</summary>
    public int? MinClusterSize { get; set; }

    /// <summary>
    /// Rows within the core distance of a row, itself counted as in the paper and in <c>dbscan</c> of R, at least 1. Default 2:
    /// with vectors of hundreds of dimensions more only makes more rows noise (CLINC150, clusters of 10 and more: 29, 33, 39, 52 % noise at 2, 3, 5, 10).
    /// (The hdbscan library of Python does not count the row itself: its min_samples is one less.)
    /// </summary>
    public int MinSamples { get; set; } = 2;

    /// <summary>Which clusters of the hierarchy are taken. Default excess of mass.</summary>
    public ClusterSelectionMethod Selection { get; set; }

    /// <summary>Clusters that part at a smaller distance than this stay together; Euclidean distance of unit rows, 0 (default, off) to 2.</summary>
    public double Epsilon { get; set; }

    /// <summary>Whether all rows may be one cluster. Default false.</summary>
    public bool AllowSingleCluster { get; set; }

    /// <summary>
    /// Up to this many rows the spanning tree is that of all pairs; beyond, of the neighbours, with their components joined by their exact shortest edges. At least 0.
    /// Default 200,000, up to where neighbours are exact; the search costs at most about what they do, on a forum a few hundredths of it. With 15 neighbours a row the tree of 4,500 labelled questions
    /// (CLINC150, all-MiniLM-L6-v2) was 0.015 % longer beyond the limit than below it, and the clusters agreed with an ARI of 0.991; with 5, 0.25 % and 0.79.
    /// </summary>
    public int ExactRows { get; set; } = 200_000;

    /// <summary>Threads to use, 0 for one a processor (default). The result does not depend on it.</summary>
    public int Threads { get; set; }

    /// <summary>The smallest cluster for so many rows: as set, or a sixth of their square root, 5 to 100.</summary>
    public int MinClusterSizeFor(int rows) => MinClusterSize ?? Math.Clamp((int)Math.Sqrt(rows) / 6, 5, 100);

    /// <exception cref="ArgumentException">Says every fault.</exception>
    internal void Validate()
    {
        var faults = new List<string>();
        if (MinClusterSize < 2)
        {
            faults.Add($"the smallest cluster has {MinClusterSize} rows and must have at least 2");
        }

        if (MinSamples < 1)
        {
            faults.Add($"core distances reach {MinSamples} rows and must reach at least 1");
        }

        if (!(Epsilon is >= 0 and <= 2))
        {
            faults.Add($"epsilon is {Epsilon} and must be 0 to 2");
        }

        if (ExactRows < 0)
        {
            faults.Add($"the exact tree is for up to {ExactRows} rows and must be for at least 0");
        }

        if (!Enum.IsDefined(Selection))
        {
            faults.Add($"there is no way {Selection} to take clusters");
        }

        if (faults.Count > 0)
        {
            throw new ArgumentException($"HDBSCAN cannot run: {string.Join("; ", faults)}.");
        }
    }
}
