namespace TextSeg.Mining.Clustering;

/// <summary>Settings of <see cref="GraphClusterer"/>.</summary>
public sealed class GraphClustererOptions
{
    /// <summary>Seed of every random draw. Default 1.</summary>
    public ulong Seed { get; set; } = 1;

    /// <summary>Threads to use, 0 for one a processor (default). The result does not depend on it.</summary>
    public int Threads { get; set; }

    /// <summary>The number of groups wanted at the reader's level, at least 1; null (default) to let the data choose.</summary>
    public int? WantedGroups { get; set; }

    /// <summary>The lowest resolution tried, above 0. Default 0.5.</summary>
    public double LowestResolution { get; set; } = 0.5;

    /// <summary>The highest resolution tried, at least the lowest. Default 48.</summary>
    public double HighestResolution { get; set; } = 48;

    /// <summary>Number of resolutions tried, 2 to 100. Default 13.</summary>
    public int Steps { get; set; } = 13;

    /// <summary>The best silhouette from which on the silhouette chooses the level, 0 to 1. Default 0.1.</summary>
    public double TrustedSilhouette { get; set; } = 0.1;

    /// <summary>How far below the best silhouette a coarser level may be and still be chosen, as a share of the best, 0 to 1. Default 0.05.</summary>
    public double SilhouetteTolerance { get; set; } = 0.05;

    /// <summary>Fewest groups that are easy to read, where the silhouette cannot choose; at least 1. Fewer in collections of under 1,000 posts, more in those of over 100,000. Default 20.</summary>
    public int FewestGroups { get; set; } = 20;

    /// <summary>Most groups that are easy to read, where the silhouette cannot choose; at least the fewest. Default 80.</summary>
    public int MostGroups { get; set; } = 80;

    /// <summary>Runs that vote in the consensus, 1 to 100; three eighths of them vote where only a measure is wanted. Default 16.</summary>
    public int ConsensusRuns { get; set; } = 16;

    /// <summary>Samples for each measure of stability, 1 to 100. Default 3.</summary>
    public int Samples { get; set; } = 3;

    /// <summary>Share of the nodes in a sample, above 0 and below 1. Default 0.8.</summary>
    public double SampleShare { get; set; } = 0.8;

    /// <summary>Fewest posts in a group, at least 1; less where there are fewer than twenty times as many posts. Smaller groups join their neighbours. Default 5.</summary>
    public int SmallestGroup { get; set; } = 5;

    /// <summary>How well every part of a split group must hold under resampling (Jaccard), 0 to 1. Default 0.9.</summary>
    public double SplitStability { get; set; } = 0.9;

    /// <summary>
    /// Most nodes whose every resolution is tried node by node, at least 1. In a larger graph the ladder of resolutions and the choice of level run on small groups of
    /// nodes found first, and every Leiden run takes one round instead of two; what is read in the end is still voted on node by node. Default 200,000.
    /// </summary>
    public int MostNodesWhole { get; set; } = 200_000;

    /// <exception cref="ArgumentException">Says every fault.</exception>
    internal void Validate()
    {
        var faults = new List<string>();
        Check(LowestResolution > 0, $"the lowest resolution is {LowestResolution} and must be above 0");
        Check(HighestResolution >= LowestResolution && double.IsFinite(HighestResolution), $"the highest resolution is {HighestResolution} and must be at least the lowest");
        Check(Steps is >= 2 and <= 100, $"there are {Steps} resolutions and must be 2 to 100");
        Check(WantedGroups is null or >= 1, $"{WantedGroups} groups are wanted and must be at least 1");
        Check(TrustedSilhouette is >= 0 and <= 1, $"the trusted silhouette is {TrustedSilhouette} and must be 0 to 1");
        Check(SilhouetteTolerance is >= 0 and <= 1, $"the tolerance of the silhouette is {SilhouetteTolerance} and must be 0 to 1");
        Check(FewestGroups >= 1 && MostGroups >= FewestGroups, $"groups to read are {FewestGroups} to {MostGroups}; they must be at least 1, the most not below the fewest");
        Check(ConsensusRuns is >= 1 and <= 100, $"there are {ConsensusRuns} runs of the consensus and must be 1 to 100");
        Check(Samples is >= 1 and <= 100, $"there are {Samples} samples and must be 1 to 100");
        Check(SampleShare is > 0 and < 1, $"the share of a sample is {SampleShare} and must be above 0 and below 1");
        Check(SmallestGroup >= 1, $"the smallest group has {SmallestGroup} posts and must have at least 1");
        Check(SplitStability is >= 0 and <= 1, $"the stability of splits is {SplitStability} and must be 0 to 1");
        Check(MostNodesWhole >= 1, $"graphs of up to {MostNodesWhole} nodes are looked at whole and must have at least 1");
        if (faults.Count > 0)
        {
            throw new ArgumentException($"Grouping cannot run: {string.Join("; ", faults)}.");
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
