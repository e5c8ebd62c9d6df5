namespace TextSeg.Mining.Clustering.KMeans;

/// <summary>Settings of <see cref="SphericalKMeans"/>.</summary>
public sealed class KMeansOptions
{
    /// <summary>Number of groups (k), at least 1; null (default) to search it by silhouette, see <see cref="SilhouetteLadder"/>. Fewer are found where there are fewer different rows.</summary>
    public int? Groups { get; set; }

    /// <summary>Seed of every random draw. Default 1.</summary>
    public ulong Seed { get; set; } = 1;

    /// <summary>Threads to use, 0 for one a processor (default). The result does not depend on it.</summary>
    public int Threads { get; set; }

    /// <summary>Runs from other first centroids, of which the best is kept, 1 to 100. Default 4.</summary>
    public int Starts { get; set; } = 4;

    /// <summary>Most rounds of one run, 1 to 10,000. Default 100.</summary>
    public int MostRounds { get; set; } = 100;

    /// <summary>A run ends when a round lowers the summed cosine distances by less than this share, 0 to 1; 0 goes on until no row moves. Default 0.0001.</summary>
    public double Tolerance { get; set; } = 1e-4;

    /// <summary>Fewest groups of the search, at least 2. Default 2.</summary>
    public int FewestGroups { get; set; } = 2;

    /// <summary>Most groups of the search, at least the fewest; never more than a tenth of the rows, or the fewest. Default 512.</summary>
    public int MostGroups { get; set; } = 512;

    /// <summary>Rows that the search looks at, drawn at random where there are more; at least 100. Default 8,000.</summary>
    public int SearchRows { get; set; } = 8_000;

    /// <exception cref="ArgumentException">Says every fault.</exception>
    internal void Validate()
    {
        var faults = new List<string>();
        Check(Groups is null or >= 1, $"{Groups} groups are wanted and must be at least 1");
        Check(Starts is >= 1 and <= 100, $"there are {Starts} starts and must be 1 to 100");
        Check(MostRounds is >= 1 and <= 10_000, $"there are at most {MostRounds} rounds and must be 1 to 10,000");
        Check(Tolerance is >= 0 and <= 1, $"the tolerance is {Tolerance} and must be 0 to 1");
        Check(FewestGroups >= 2, $"the fewest groups are {FewestGroups} and must be at least 2");
        Check(MostGroups >= FewestGroups, $"the most groups are {MostGroups} and must be at least the fewest, {FewestGroups}");
        Check(SearchRows >= 100, $"the search looks at {SearchRows} rows and must look at 100 or more");
        if (faults.Count > 0)
        {
            throw new ArgumentException($"k-means cannot run: {string.Join("; ", faults)}.");
        }

        void Check(bool good, string fault)
        {
            if (!good)
            {
                faults.Add(fault);
            }
        }
    }
}
