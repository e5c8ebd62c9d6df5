namespace TextSeg.Engine.Importing;

/// <summary>How much may be imported.</summary>
public sealed class ImportOptions
{
    /// <summary>What a packed file may become, in MiB, 1 to 1,048,576; what lies behind is not read. Default 2,048.</summary>
    public int MostUnpackedMebibytes { get; set; } = 2_048;

    /// <summary>Imports that may wait in a workspace, 1 to 1,000. Default 20.</summary>
    public int MostWaiting { get; set; } = 20;

    /// <summary>All faults, each a plain sentence that says what to do.</summary>
    public IEnumerable<string> Faults()
    {
        if (MostUnpackedMebibytes is < 1 or > 1_048_576)
        {
            yield return $"Imports.MostUnpackedMebibytes is {MostUnpackedMebibytes}; it must lie between 1 and 1,048,576.";
        }

        if (MostWaiting is < 1 or > 1_000)
        {
            yield return $"Imports.MostWaiting is {MostWaiting}; it must lie between 1 and 1,000.";
        }
    }
}
