namespace TextSeg.Mining.Clustering.Dbscan;

/// <summary>Settings of <see cref="DbscanAlgorithm"/>.</summary>
public sealed class DbscanOptions
{
    /// <summary>How far a neighbour may be, Euclidean distance of unit rows, above 0 to 2; null (default) for the elbow of the core distances, see <see cref="DistanceElbow"/>.</summary>
    public double? Epsilon { get; set; }

    /// <summary>Rows within epsilon of a core row, itself counted, at least 1. Default 5.</summary>
    public int MinPoints { get; set; } = 5;

    /// <summary>Up to this many rows every pair within epsilon counts; beyond, only pairs of neighbours and the exact joins of what they leave apart. At least 0. Default 200,000.</summary>
    public int ExactRows { get; set; } = 200_000;

    /// <summary>Threads to use, 0 for one a processor (default). The result does not depend on it.</summary>
    public int Threads { get; set; }

    /// <exception cref="ArgumentException">Says every fault.</exception>
    internal void Validate()
    {
        var faults = new List<string>();
        if (Epsilon is not (null or (> 0 and <= 2)))
        {
            faults.Add($"epsilon is {Epsilon} and must be above 0, at most 2");
        }

        if (MinPoints < 1)
        {
            faults.Add($"a core row has {MinPoints} rows around it and must have at least 1");
        }

        if (ExactRows < 0)
        {
            faults.Add($"all pairs count for up to {ExactRows} rows and must count for at least 0");
        }

        if (faults.Count > 0)
        {
            throw new ArgumentException($"DBSCAN cannot run: {string.Join("; ", faults)}.");
        }
    }
}
