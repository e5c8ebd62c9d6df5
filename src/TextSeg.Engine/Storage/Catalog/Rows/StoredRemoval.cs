namespace TextSeg.Engine.Storage.Catalog.Rows;

/// <summary>That posts were deleted where they came from, and whether they are gone here.</summary>
public sealed class StoredRemoval
{
    /// <summary>Its number.</summary>
    public long Id { get; set; }

    /// <summary>The workspace.</summary>
    public required string Workspace { get; set; }

    /// <summary>Name of the source.</summary>
    public required string Source { get; set; }

    /// <summary>Id of the post, or of the thread.</summary>
    public required string ItemId { get; set; }

    /// <summary>Whether all posts of a thread are meant.</summary>
    public bool IsThread { get; set; }

    /// <summary>When it was told.</summary>
    public DateTimeOffset RequestedAt { get; set; }

    /// <summary>When the posts were gone; null while that is not so.</summary>
    public DateTimeOffset? DoneAt { get; set; }

    /// <summary>Posts that were taken out.</summary>
    public int Posts { get; set; }
}
