namespace TextSeg.Mining.Topics.Layout;

/// <summary>Settings of <see cref="PostMap"/>.</summary>
public sealed class MapOptions
{
    /// <summary>Seed of the random pairs. Default 1.</summary>
    public ulong Seed { get; set; } = 1;

    /// <summary>Threads to use, 0 for one a processor (default). The map does not depend on it.</summary>
    public int Threads { get; set; }

    /// <summary>Rounds of moving all points, 0 to 10,000. Default 300.</summary>
    public int Rounds { get; set; } = 300;

    /// <summary>Random other points that push each point away in a round, 1 to 1,000. Default 8.</summary>
    public int PushingPoints { get; set; } = 8;

    /// <exception cref="ArgumentException">Says every fault.</exception>
    internal void Validate()
    {
        var faults = new List<string>();
        if (Rounds is < 0 or > 10_000)
        {
            faults.Add($"there are {Rounds} rounds and must be 0 to 10,000");
        }

        if (PushingPoints is < 1 or > 1_000)
        {
            faults.Add($"there are {PushingPoints} pushing points and must be 1 to 1,000");
        }

        if (faults.Count > 0)
        {
            throw new ArgumentException($"The map cannot be drawn: {string.Join("; ", faults)}.");
        }
    }
}
