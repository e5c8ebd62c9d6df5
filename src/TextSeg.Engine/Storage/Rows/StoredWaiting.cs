namespace TextSeg.Engine.Storage.Rows;

/// <summary>That a post is new, or has other words, and has not been through all batch stages yet. The row goes when the last of them is done.</summary>
public sealed class StoredWaiting
{
    /// <summary>The post.</summary>
    public long PostId { get; set; }

    /// <summary>When it came.</summary>
    public DateTimeOffset Since { get; set; }

    /// <summary>Who carries it through the stages; null for nobody.</summary>
    public string? ClaimedBy { get; set; }

    /// <summary>When the claim ends by itself; null where there is none.</summary>
    public DateTimeOffset? ClaimedUntil { get; set; }
}
