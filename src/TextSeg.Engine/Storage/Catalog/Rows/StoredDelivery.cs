namespace TextSeg.Engine.Storage.Catalog.Rows;

/// <summary>A message that is to be sent, or was.</summary>
public sealed class StoredDelivery
{
    /// <summary>Its number.</summary>
    public long Id { get; set; }

    /// <summary>To whom.</summary>
    public long SubscriptionId { get; set; }

    /// <summary>Name of the event.</summary>
    public required string Event { get; set; }

    /// <summary>What tells this event from all others; sent once to each subscription.</summary>
    public required string Key { get; set; }

    /// <summary>The message, as JSON: numbers and ids, never a text or a name.</summary>
    public required string Body { get; set; }

    /// <summary>waiting, delivered or failed.</summary>
    public required string State { get; set; }

    /// <summary>When it happened.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it is tried next, or was last.</summary>
    public DateTimeOffset NextAt { get; set; }

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; set; }

    /// <summary>Status of the last answer; null for none.</summary>
    public int? Status { get; set; }

    /// <summary>Why it did not arrive, one sentence.</summary>
    public string? Fault { get; set; }
}
