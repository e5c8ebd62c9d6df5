using TextSeg.Mining.Clustering;

namespace TextSeg.Mining.Segments;

/// <summary>Settings of <see cref="SegmentFinder"/>.</summary>
public sealed class SegmentOptions
{
    /// <summary>Neighbours of each member in the graph, 2 to 200. Default 15.</summary>
    public int Neighbors { get; set; } = 15;

    /// <summary>Seed of every random draw. Default 1.</summary>
    public ulong Seed { get; set; } = 1;

    /// <summary>Threads to use, 0 for one a processor (default). The result does not depend on it.</summary>
    public int Threads { get; set; }

    /// <summary>How members are grouped. Default the graph; only the graph heeds <see cref="Fewest"/>, <see cref="Most"/> and <see cref="Smallest"/>.</summary>
    public ClustererChoice Clusterer { get; set; } = new();

    /// <summary>The number of segments wanted, at least 1; null (default) to let the data choose. The graph takes the nearest that the data holds.</summary>
    public int? Count { get; set; }

    /// <summary>Fewest segments, where the data does not choose by itself. At least 1, default 8.</summary>
    public int Fewest { get; set; } = 8;

    /// <summary>Most segments, where the data does not choose by itself. At least <see cref="Fewest"/>, default 24.</summary>
    public int Most { get; set; } = 24;

    /// <summary>Fewest members in a segment, at least 1; less in very small communities. Default 5.</summary>
    public int Smallest { get; set; } = 5;

    /// <summary>Share of a member's closeness that a second or third segment needs, 0 to 1. Default 0.25.</summary>
    public double OverlapShare { get; set; } = 0.25;

    /// <exception cref="ArgumentException">Says every fault.</exception>
    public void Validate()
    {
        List<string> faults = [];
        Check(Neighbors is >= 2 and <= 200, $"there are {Neighbors} neighbours and must be 2 to 200");
        Check(Count is null or >= 1, $"{Count} segments are wanted and must be at least 1");
        faults.AddRange(Clusterer.Faults(Count));
        Check(Fewest >= 1 && Most >= Fewest, $"segments are {Fewest} to {Most}; they must be at least 1, the most not below the fewest");
        Check(Smallest >= 1, $"the smallest segment has {Smallest} members and must have at least 1");
        Check(OverlapShare is >= 0 and <= 1, $"the share of an overlap is {OverlapShare} and must be 0 to 1");
        if (faults.Count > 0)
        {
            throw new ArgumentException($"Segments cannot be found: {string.Join("; ", faults)}.");
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
