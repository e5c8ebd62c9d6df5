namespace TextSeg.Engine.Storage.Catalog.Rows;

/// <summary>That a message was taken: the same again is a copy.</summary>
public sealed class StoredReceivedMessage
{
    /// <summary>Where it came in.</summary>
    public long ReceiverId { get; set; }

    /// <summary>SHA-256 of the event's name and the body, in hexadecimal digits.</summary>
    public required string Hash { get; set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; set; }
}
