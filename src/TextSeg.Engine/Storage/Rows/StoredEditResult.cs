namespace TextSeg.Engine.Storage.Rows;

/// <summary>What became of an edit in one run.</summary>
public sealed class StoredEditResult
{
    /// <summary>The run.</summary>
    public long RunId { get; set; }

    /// <summary>The edit.</summary>
    public long EditId { get; set; }

    /// <summary>Holds, ChangedAgain or Conflict.</summary>
    public required string State { get; set; }

    /// <summary>Why it does not hold.</summary>
    public string? Why { get; set; }

    /// <summary>The later edit that changed the same again.</summary>
    public long? ChangedBy { get; set; }
}
