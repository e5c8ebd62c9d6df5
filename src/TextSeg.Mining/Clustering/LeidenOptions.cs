namespace TextSeg.Mining.Clustering;

/// <summary>Settings of one run of <see cref="Leiden"/>.</summary>
public sealed class LeidenOptions
{
    /// <summary>Resolution of the quality, above 0; 1 is plain modularity, more gives more and smaller groups. Default 1.</summary>
    public double Resolution { get; set; } = 1;

    /// <summary>Seed of the visiting order and of the random merges. Default 1.</summary>
    public ulong Seed { get; set; } = 1;

    /// <summary>How often the whole method is repeated from its own result, at least 1; it stops early when nothing changes. Default 2.</summary>
    public int Rounds { get; set; } = 2;

    /// <summary>How random the merges of the refinement are, in units of edge weight, above 0 (theta of the paper). Default 0.01.</summary>
    public double Randomness { get; set; } = 0.01;

    /// <exception cref="ArgumentException">Says every fault.</exception>
    internal void Validate()
    {
        var faults = new List<string>();
        if (!(Resolution > 0) || double.IsInfinity(Resolution))
        {
            faults.Add($"the resolution is {Resolution} and must be above 0");
        }

        if (Rounds < 1)
        {
            faults.Add($"there are {Rounds} rounds and must be at least 1");
        }

        if (!(Randomness > 0))
        {
            faults.Add($"the randomness is {Randomness} and must be above 0");
        }

        if (faults.Count > 0)
        {
            throw new ArgumentException($"Leiden cannot run: {string.Join("; ", faults)}.");
        }
    }
}
