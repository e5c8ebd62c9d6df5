namespace TextSeg.Engine.Storage.Catalog.Rows;

/// <summary>That a member was erased: a receipt that tells nobody who it was, and by which their posts are kept out when they are sent again.</summary>
public sealed class StoredErasure
{
    /// <summary>Its number: the receipt.</summary>
    public long Id { get; set; }

    /// <summary>The workspace.</summary>
    public required string Workspace { get; set; }

    /// <summary>SHA-256 of salt, source and identity, in hexadecimal digits.</summary>
    public required string MemberHash { get; set; }

    /// <summary>The workspace's salt, in hexadecimal digits.</summary>
    public required string Salt { get; set; }

    /// <summary>When it was asked for.</summary>
    public DateTimeOffset RequestedAt { get; set; }

    /// <summary>When all was gone; null while that is not so.</summary>
    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>What was taken out, as JSON.</summary>
    public string? Counts { get; set; }
}
