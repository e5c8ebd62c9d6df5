namespace TextSeg.Engine.Storage.Catalog.Rows;

/// <summary>When a workspace's structure is found anew by itself.</summary>
public sealed class StoredSchedule
{
    /// <summary>The workspace.</summary>
    public required string Workspace { get; set; }

    /// <summary>After so many new posts; null for never.</summary>
    public int? Posts { get; set; }

    /// <summary>After so many units of time; null for never.</summary>
    public int? Every { get; set; }

    /// <summary>The unit: Hours, Days or Months.</summary>
    public string? Unit { get; set; }

    /// <summary>From when on units are counted.</summary>
    public DateTimeOffset StartAt { get; set; }

    /// <summary>When its time comes next; null where no time is set.</summary>
    public DateTimeOffset? NextAt { get; set; }

    /// <summary>When it asked for a run last.</summary>
    public DateTimeOffset? FiredAt { get; set; }

    /// <summary>The newest post when it asked last: posts are counted from there, so that a run that fails is not asked for at once again.</summary>
    public long LastPost { get; set; }
}
