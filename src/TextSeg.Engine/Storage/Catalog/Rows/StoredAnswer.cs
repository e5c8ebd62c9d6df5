namespace TextSeg.Engine.Storage.Catalog.Rows;

/// <summary>What was answered to a write with an Idempotency-Key, so that the same write again gives the same answer and does nothing.</summary>
public sealed class StoredAnswer
{
    /// <summary>The access key that wrote.</summary>
    public long Key { get; set; }

    /// <summary>What the client called the write.</summary>
    public required string IdempotencyKey { get; set; }

    /// <summary>SHA-256 of method, path and body.</summary>
    public required string RequestHash { get; set; }

    /// <summary>Status of the answer; 0 while it is not there yet.</summary>
    public int Status { get; set; }

    /// <summary>The answer, closed with the secret of the key that wrote, so that only its holder can read it.</summary>
    public string? Body { get; set; }

    /// <summary>When the write began.</summary>
    public DateTimeOffset At { get; set; }
}
