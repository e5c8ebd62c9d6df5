namespace TextSeg.Engine.Storage.Catalog.Rows;

/// <summary>How long posts of a source are kept.</summary>
public sealed class StoredRetentionRule
{
    /// <summary>The workspace.</summary>
    public required string Workspace { get; set; }

    /// <summary>Name of the source.</summary>
    public required string Source { get; set; }

    /// <summary>Days that a post is kept after it was written.</summary>
    public int Days { get; set; }

    /// <summary>When the rule was set.</summary>
    public DateTimeOffset SetAt { get; set; }

    /// <summary>When it was carried out last.</summary>
    public DateTimeOffset? DoneAt { get; set; }
}
