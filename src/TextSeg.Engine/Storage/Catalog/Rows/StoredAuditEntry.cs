namespace TextSeg.Engine.Storage.Catalog.Rows;

/// <summary>That somebody read members' own words, or changed something. Entries are added, never changed; they hold no text and no name of a member.</summary>
public sealed class StoredAuditEntry
{
    /// <summary>Its number, in order of time.</summary>
    public long Id { get; set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>The key it was done with; null for the service itself.</summary>
    public long? Key { get; set; }

    /// <summary>The workspace it was about; null for the service.</summary>
    public string? Workspace { get; set; }

    /// <summary>What was done, such as "search" or "keys.revoke".</summary>
    public required string Action { get; set; }

    /// <summary>Numbers and ids that tell what it was done to.</summary>
    public string? Subject { get; set; }

    /// <summary>Status of the answer, as in HTTP.</summary>
    public int Status { get; set; }
}
