namespace TextSeg.Engine.Storage.Catalog.Rows;

/// <summary>That one process works on something until a time; where it is killed, another takes over then.</summary>
public sealed class StoredLease
{
    /// <summary>What is worked on, such as "run/NAME".</summary>
    public required string Name { get; set; }

    /// <summary>Who works on it.</summary>
    public required string Owner { get; set; }

    /// <summary>When it ends unless it is renewed.</summary>
    public DateTimeOffset Until { get; set; }
}
