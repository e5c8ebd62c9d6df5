using TextSeg.Engine.Ingestion.Duplicates;
using TextSeg.Engine.Sources;

namespace TextSeg.Engine.Ingestion;

/// <summary>How posts are taken in.</summary>
public sealed class IngestOptions
{
    /// <summary>How inputs are read.</summary>
    public SourceOptions Sources { get; set; } = new();

    /// <summary>When two texts are called the same.</summary>
    public DuplicateOptions Duplicates { get; set; } = new();

    /// <summary>Posts written at once; a kill loses at most these. 1 to 100,000, default 2,000.</summary>
    public int BatchPosts { get; set; } = 2_000;

    /// <summary>Threads that clean and mask, 0 for one per processor. The result is the same with any number. Default 0.</summary>
    public int Threads { get; set; }

    /// <summary>All faults, each a plain sentence.</summary>
    public IEnumerable<string> Faults()
    {
        if (BatchPosts is < 1 or > 100_000)
        {
            yield return $"BatchPosts is {BatchPosts}; it must lie between 1 and 100,000.";
        }

        if (Threads is < 0 or > 256)
        {
            yield return $"Threads is {Threads}; it must lie between 0 and 256.";
        }

        foreach (var fault in Sources.Faults().Concat(Duplicates.Faults()))
        {
            yield return fault;
        }
    }
}
