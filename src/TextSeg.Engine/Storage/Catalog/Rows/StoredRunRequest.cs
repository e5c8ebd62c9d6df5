namespace TextSeg.Engine.Storage.Catalog.Rows;

/// <summary>That somebody wants the structure of a workspace found anew, and how far that is.</summary>
public sealed class StoredRunRequest
{
    /// <summary>Its number.</summary>
    public long Id { get; set; }

    /// <summary>The workspace.</summary>
    public required string Workspace { get; set; }

    /// <summary>waiting, running, finished or failed.</summary>
    public required string State { get; set; }

    /// <summary>When it was asked for.</summary>
    public DateTimeOffset RequestedAt { get; set; }

    /// <summary>When work on it began last.</summary>
    public DateTimeOffset? StartedAt { get; set; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>The stage at work.</summary>
    public string? Stage { get; set; }

    /// <summary>Items done in it.</summary>
    public long Done { get; set; }

    /// <summary>Items in it; 0 where that is not known.</summary>
    public long Total { get; set; }

    /// <summary>One sentence, where it failed.</summary>
    public string? Failure { get; set; }

    /// <summary>The run that it made.</summary>
    public long? Run { get; set; }
}
