namespace TextSeg.Engine.Storage.Catalog.Rows;

/// <summary>How long posts of a source are kept.</summary>
public sealed class StoredRetentionRule
{
    /// <summary>The workspace.</summary>
    public required string Workspace { get; set; }

    /// <summary>Name of the source.</summary>
    public required string Source { get; set; }

    /// <summary>Days from the time a post was written, at least 1.</summary>
    public int Days { get; set; }
}
