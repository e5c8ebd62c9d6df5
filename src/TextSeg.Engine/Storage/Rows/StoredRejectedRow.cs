namespace TextSeg.Engine.Storage.Rows;

/// <summary>A record of a source that could not be taken.</summary>
public sealed class StoredRejectedRow
{
    /// <summary>Name of the source.</summary>
    public required string Source { get; set; }

    /// <summary>Line on which the record starts.</summary>
    public long Line { get; set; }

    /// <summary>One plain sentence.</summary>
    public required string Reason { get; set; }
}
