namespace TextSeg.Engine.Storage.Rows;

/// <summary>Something that a member did elsewhere: an order, a visit, a click. It holds no text.</summary>
public sealed class StoredMemberEvent
{
    /// <summary>Number within the workspace.</summary>
    public long Id { get; set; }

    /// <summary>Who did it.</summary>
    public long MemberId { get; set; }

    /// <summary>Name of the source.</summary>
    public required string Source { get; set; }

    /// <summary>Identity within the source.</summary>
    public required string ExternalId { get; set; }

    /// <summary>What was done, in a word such as order.</summary>
    public required string Kind { get; set; }

    /// <summary>When.</summary>
    public DateTimeOffset Time { get; set; }

    /// <summary>What it was worth, in the workspace's own unit; null where it has no worth.</summary>
    public double? Value { get; set; }
}
