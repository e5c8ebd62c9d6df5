namespace TextSeg.Mining.Neighbors.InvertedFile;

/// <summary>Settings of <see cref="NeighborIndex"/>.</summary>
public sealed class NeighborIndexOptions
{
    /// <summary>Rows in a list from which on it is split in two, at least 4. Default 512.</summary>
    public int ListRows { get; set; } = 512;

    /// <summary>The share of true neighbours aimed at, above 0 to 1. Default 0.965: a little above the 0.95 that must be reached, as it is read off a sample.</summary>
    public double Recall { get; set; } = 0.965;

    /// <summary>Rows whose true neighbours are looked up when the index has grown by half, at least 2. Default 400.</summary>
    public int RecallRows { get; set; } = 400;

    /// <summary>Seed of the draws. Default 1.</summary>
    public ulong Seed { get; set; } = 1;

    /// <summary>Threads to use, 0 for one a processor (default). The result does not depend on it.</summary>
    public int Threads { get; set; }

    /// <exception cref="ArgumentException">Says every fault.</exception>
    internal void Validate()
    {
        var faults = new List<string>();
        Check(ListRows >= 4, $"a list is split at {ListRows} rows and must have at least 4");
        Check(Recall is > 0 and <= 1, $"the recall is {Recall} and must be above 0, at most 1");
        Check(RecallRows >= 2, $"recall is measured on {RecallRows} rows and must be on at least 2");
        if (faults.Count > 0)
        {
            throw new ArgumentException($"The index cannot be made: {string.Join("; ", faults)}.");
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
