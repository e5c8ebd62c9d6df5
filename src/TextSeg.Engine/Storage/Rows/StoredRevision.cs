namespace TextSeg.Engine.Storage.Rows;

/// <summary>An older text of a post.</summary>
public sealed class StoredRevision
{
    /// <summary>The post.</summary>
    public long PostId { get; set; }

    /// <summary>Its number, from 0.</summary>
    public int Revision { get; set; }

    /// <summary>Raw title.</summary>
    public string? Title { get; set; }

    /// <summary>Raw text.</summary>
    public required string RawText { get; set; }
}
