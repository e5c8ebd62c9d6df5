namespace TextSeg.Engine.Storage.Catalog.Rows;

/// <summary>A server that the service asks for posts by itself.</summary>
public sealed class StoredPulledSource
{
    /// <summary>Its number.</summary>
    public long Id { get; set; }

    /// <summary>The workspace.</summary>
    public required string Workspace { get; set; }

    /// <summary>Name of the source, part of every post's key.</summary>
    public required string Name { get; set; }

    /// <summary>discourse, zendesk, feed or kafka.</summary>
    public required string Kind { get; set; }

    /// <summary>Whom to ask and for what, as JSON; no secret.</summary>
    public required string Settings { get; set; }

    /// <summary>Key, token or password, closed; null for none.</summary>
    public string? Secret { get; set; }

    /// <summary>Seconds between two pulls.</summary>
    public int IntervalSeconds { get; set; }

    /// <summary>Whether it is not asked for the time being.</summary>
    public bool IsPaused { get; set; }

    /// <summary>When it was registered.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it is asked next.</summary>
    public DateTimeOffset NextAt { get; set; }

    /// <summary>When all that it had was taken last.</summary>
    public DateTimeOffset? SucceededAt { get; set; }

    /// <summary>When it failed last.</summary>
    public DateTimeOffset? FailedAt { get; set; }

    /// <summary>Why it failed last, one sentence.</summary>
    public string? Fault { get; set; }

    /// <summary>How often it failed one after the other.</summary>
    public int Failures { get; set; }

    /// <summary>Whether it had more when it was asked last.</summary>
    public bool HasMore { get; set; }
}
