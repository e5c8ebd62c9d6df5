using TextSeg.Engine.Sources;

namespace TextSeg.Engine.Ingestion;

/// <summary>What taking in some inputs did.</summary>
public sealed class IngestResult
{
    /// <summary>One report for each input that could be read, in order.</summary>
    public List<SourceReport> Sources { get; } = [];

    /// <summary>One sentence for each input that could not be read; the others were.</summary>
    public List<string> UnreadableInputs { get; } = [];

    /// <summary>Lists of rejected rows that were written.</summary>
    public List<string> RejectedLists { get; } = [];

    /// <summary>Posts that are new.</summary>
    public long Added { get; set; }

    /// <summary>Posts whose content changed.</summary>
    public long Changed { get; set; }

    /// <summary>Posts that were there already.</summary>
    public long Unchanged { get; set; }

    /// <summary>Records that could not be taken.</summary>
    public long Rejected { get; set; }
}
