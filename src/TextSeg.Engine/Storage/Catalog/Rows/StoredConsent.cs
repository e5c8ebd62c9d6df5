namespace TextSeg.Engine.Storage.Catalog.Rows;

/// <summary>That a member gave or took back a consent. Entries are added; an erasure takes all of a member's away.</summary>
public sealed class StoredConsent
{
    /// <summary>Its number.</summary>
    public long Id { get; set; }

    /// <summary>The workspace.</summary>
    public required string Workspace { get; set; }

    /// <summary>Name of the member's source.</summary>
    public required string Source { get; set; }

    /// <summary>Identity within the source.</summary>
    public required string Member { get; set; }

    /// <summary>What for: "analysis", "contact" …</summary>
    public required string Purpose { get; set; }

    /// <summary>Given, or taken back.</summary>
    public bool IsGiven { get; set; }

    /// <summary>The words that were agreed to.</summary>
    public required string Text { get; set; }

    /// <summary>Version of the words.</summary>
    public required string Version { get; set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; set; }
}
