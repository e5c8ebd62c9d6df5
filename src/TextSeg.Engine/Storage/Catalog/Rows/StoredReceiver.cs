namespace TextSeg.Engine.Storage.Catalog.Rows;

/// <summary>An address to which a forum or help desk sends what happens there.</summary>
public sealed class StoredReceiver
{
    /// <summary>Its number.</summary>
    public long Id { get; set; }

    /// <summary>The workspace.</summary>
    public required string Workspace { get; set; }

    /// <summary>Name of the source, part of every post's key.</summary>
    public required string Source { get; set; }

    /// <summary>discourse or zendesk.</summary>
    public required string Kind { get; set; }

    /// <summary>The last part of its address, drawn at random.</summary>
    public required string Token { get; set; }

    /// <summary>The secret that messages are signed with, closed.</summary>
    public required string Secret { get; set; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When a message was taken last.</summary>
    public DateTimeOffset? LastAt { get; set; }

    /// <summary>Messages taken.</summary>
    public long Taken { get; set; }

    /// <summary>Messages refused for their signature.</summary>
    public long Refused { get; set; }
}
