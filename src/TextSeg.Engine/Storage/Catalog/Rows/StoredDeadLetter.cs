namespace TextSeg.Engine.Storage.Catalog.Rows;

/// <summary>A message that failed for good.</summary>
public sealed class StoredDeadLetter
{
    /// <summary>Its number.</summary>
    public long Id { get; set; }

    /// <summary>The workspace.</summary>
    public required string Workspace { get; set; }

    /// <summary>The number of the run that was asked for; 0 where posts had come in.</summary>
    public long Request { get; set; }

    /// <summary>Why it failed last, one sentence without texts of posts.</summary>
    public required string Reason { get; set; }

    /// <summary>How often the same message failed for good.</summary>
    public int Times { get; set; }

    /// <summary>When it failed last.</summary>
    public DateTimeOffset FailedAt { get; set; }
}
