namespace TextSeg.Mining.Neighbors.InvertedFile;

/// <summary>Settings of <see cref="ApproximateNeighbors"/>.</summary>
public sealed class ApproximateNeighborOptions
{
    /// <summary>The share of true neighbours aimed at, above 0 to 1. Default 0.965: a little above the 0.95 that must be reached, as it is read off a sample.</summary>
    public double Recall { get; set; } = 0.965;

    /// <summary>Number of lists, 1 to 65,535; null (default) for three times the square root of the rows, at which the whole took least time on 300,000 rows.</summary>
    public int? Lists { get; set; }

    /// <summary>Rows of the training sample for each list, at least 1. Default 32.</summary>
    public int SamplePerList { get; set; } = 32;

    /// <summary>Rounds of k-means, 1 to 100. Default 4; more changed nothing that could be measured.</summary>
    public int Iterations { get; set; } = 4;

    /// <summary>Rows whose true neighbours are looked up, at least 2: half of them choose how many lists are visited, the others measure. Default 1,000.</summary>
    public int RecallRows { get; set; } = 1000;

    /// <summary>Seed of the draws. Default 1.</summary>
    public ulong Seed { get; set; } = 1;

    /// <summary>Threads to use, 0 for one a processor (default). The result does not depend on it.</summary>
    public int Threads { get; set; }

    /// <summary>Lists for so many rows.</summary>
    internal int ListsFor(int rows) => Lists ?? (int)Math.Clamp(3 * Math.Sqrt(rows), 1, ushort.MaxValue);

    /// <exception cref="ArgumentException">Says every fault.</exception>
    internal void Validate()
    {
        var faults = new List<string>();
        Check(Recall is > 0 and <= 1, $"the recall is {Recall} and must be above 0, at most 1");
        Check(Lists is null or (>= 1 and <= ushort.MaxValue), $"there are {Lists} lists and must be 1 to {ushort.MaxValue}");
        Check(SamplePerList >= 1, $"the sample has {SamplePerList} rows for each list and must have at least 1");
        Check(Iterations is >= 1 and <= 100, $"there are {Iterations} rounds of k-means and must be 1 to 100");
        Check(RecallRows >= 2, $"recall is measured on {RecallRows} rows and must be on at least 2");
        if (faults.Count > 0)
        {
            throw new ArgumentException($"Neighbours cannot be found: {string.Join("; ", faults)}.");
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
