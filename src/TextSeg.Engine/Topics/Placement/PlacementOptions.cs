namespace TextSeg.Engine.Topics.Placement;

/// <summary>How posts are placed in topics that are there.</summary>
public sealed class PlacementOptions
{
    /// <summary>Different texts up to which every one is compared with a new post, at least 1; beyond, an index of them is kept in the data folder. Default 20,000.</summary>
    public int MostTextsCompared { get; set; } = 20_000;

    /// <summary>Rows in a list of the index from which on it is split in two, at least 4. Default 512.</summary>
    public int ListRows { get; set; } = 512;

    /// <summary>Seed of the draws. Default 1.</summary>
    public ulong Seed { get; set; } = 1;

    /// <exception cref="ArgumentException">Names every value that is out of range.</exception>
    internal void Validate()
    {
        string[] faults = [.. Faults()];
        if (faults.Length > 0)
        {
            throw new ArgumentException($"Posts cannot be placed: {string.Join("; ", faults)}.");
        }
    }

    private IEnumerable<string> Faults()
    {
        if (MostTextsCompared < 1)
        {
            yield return $"up to {MostTextsCompared} texts are compared and must be at least 1";
        }

        if (ListRows < 4)
        {
            yield return $"a list is split at {ListRows} rows and must have at least 4";
        }
    }
}
