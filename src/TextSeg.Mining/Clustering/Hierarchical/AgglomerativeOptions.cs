namespace TextSeg.Mining.Clustering.Hierarchical;

/// <summary>Settings of <see cref="AgglomerativeClustering"/>.</summary>
public sealed class AgglomerativeOptions
{
    /// <summary>What two groups cost to join. Default <see cref="Linkage.Ward"/>.</summary>
    public Linkage Linkage { get; set; } = Linkage.Ward;

    /// <summary>Number of groups, at least 1; null (default) to cut at the largest gap of heights where one is clear, else by silhouette.</summary>
    public int? Groups { get; set; }

    /// <summary>Fewest groups that may be chosen, at least 2. Default 2.</summary>
    public int FewestGroups { get; set; } = 2;

    /// <summary>Most groups that may be chosen, at least the fewest; never more than a tenth of the nodes, or the fewest. Default 512.</summary>
    public int MostGroups { get; set; } = 512;

    /// <summary>A gap is clear where the next merge is higher than the last by this share, above 0. Default 0.4.</summary>
    public double ClearGap { get; set; } = 0.4;

    /// <summary>Most nodes that are taken, at least 2: the time grows with the square of their number. Default 50,000.</summary>
    public int MostNodes { get; set; } = 50_000;

    /// <summary>Threads to use, 0 for one a processor (default). The result does not depend on it.</summary>
    public int Threads { get; set; }

    /// <exception cref="ArgumentException">Says every fault.</exception>
    internal void Validate()
    {
        var faults = new List<string>();
        Check(Enum.IsDefined(Linkage), $"the linkage is {(int)Linkage} and must be average or Ward");
        Check(Groups is null or >= 1, $"{Groups} groups are wanted and must be at least 1");
        Check(FewestGroups >= 2, $"the fewest groups are {FewestGroups} and must be at least 2");
        Check(MostGroups >= FewestGroups, $"the most groups are {MostGroups} and must be at least the fewest, {FewestGroups}");
        Check(ClearGap > 0, $"a gap is clear from {ClearGap} on and must be above 0");
        Check(MostNodes >= 2, $"at most {MostNodes} nodes are taken and must be at least 2");
        if (faults.Count > 0)
        {
            throw new ArgumentException($"Hierarchical clustering cannot run: {string.Join("; ", faults)}.");
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
