namespace TextSeg.Engine.Storage.Catalog.Rows;

/// <summary>That posts were taken out because their time to be kept had ended.</summary>
public sealed class StoredRetentionReceipt
{
    /// <summary>Its number.</summary>
    public long Id { get; set; }

    /// <summary>The workspace.</summary>
    public required string Workspace { get; set; }

    /// <summary>Name of the source.</summary>
    public required string Source { get; set; }

    /// <summary>Posts written before this were taken out.</summary>
    public DateTimeOffset Before { get; set; }

    /// <summary>When it began.</summary>
    public DateTimeOffset StartedAt { get; set; }

    /// <summary>When all was gone; null while that is not so.</summary>
    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>What was taken out, as JSON.</summary>
    public string? Counts { get; set; }
}
