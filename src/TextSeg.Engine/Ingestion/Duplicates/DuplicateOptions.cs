namespace TextSeg.Engine.Ingestion.Duplicates;

/// <summary>When two texts are called the same.</summary>
public sealed class DuplicateOptions
{
    /// <summary>Share of word triples two texts must have in common, 0.5 to 1, default 0.8.</summary>
    public double LeastResemblance { get; set; } = 0.8;

    /// <summary>
    /// Different wordings in one group at most, 1 to 10,000, default 50. More than that is a template that different posts were
    /// written with, not one text: the further ones stay apart.
    /// </summary>
    public int MaxWordings { get; set; } = 50;

    /// <summary>Word triples that a text needs to be compared; shorter ones are the same only when all words are. Default 6.</summary>
    public int LeastShingles { get; set; } = 6;

    /// <summary>All faults, each a plain sentence.</summary>
    public IEnumerable<string> Faults()
    {
        if (LeastResemblance is not (>= 0.5 and <= 1))
        {
            yield return $"LeastResemblance is {LeastResemblance}; it must lie between 0.5 and 1.";
        }

        if (MaxWordings is < 1 or > 10_000)
        {
            yield return $"MaxWordings is {MaxWordings}; it must lie between 1 and 10,000.";
        }

        if (LeastShingles < 1)
        {
            yield return $"LeastShingles is {LeastShingles}; it must be at least 1.";
        }
    }
}
