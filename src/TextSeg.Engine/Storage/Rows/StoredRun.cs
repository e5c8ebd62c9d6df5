namespace TextSeg.Engine.Storage.Rows;

/// <summary>One run of the corpus stages. Readers see the current run only.</summary>
public sealed class StoredRun
{
    /// <summary>Number, rising.</summary>
    public long Id { get; set; }

    /// <summary>When it began.</summary>
    public DateTimeOffset StartedAt { get; set; }

    /// <summary>When it became whole; null for one that broke off.</summary>
    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>Seed of all draws.</summary>
    public long Seed { get; set; }

    /// <summary>Encoder that made the vectors.</summary>
    public required string Model { get; set; }

    /// <summary>Version of the program.</summary>
    public required string Version { get; set; }

    /// <summary>Figures of the run, as JSON.</summary>
    public required string Facts { get; set; }
}
