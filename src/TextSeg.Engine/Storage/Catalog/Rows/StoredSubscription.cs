namespace TextSeg.Engine.Storage.Catalog.Rows;

/// <summary>An address that is told of what happens in a workspace.</summary>
public sealed class StoredSubscription
{
    /// <summary>Its number.</summary>
    public long Id { get; set; }

    /// <summary>The workspace.</summary>
    public required string Workspace { get; set; }

    /// <summary>Where messages are sent.</summary>
    public required string Address { get; set; }

    /// <summary>Names of the events, parted by commas.</summary>
    public required string Events { get; set; }

    /// <summary>The secret that messages are signed with, closed.</summary>
    public required string Secret { get; set; }

    /// <summary>When it was made; what happened before is not told.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>Why nothing is sent any more; null while it is.</summary>
    public string? Disabled { get; set; }

    /// <summary>Since when nothing is sent any more.</summary>
    public DateTimeOffset? DisabledAt { get; set; }
}
