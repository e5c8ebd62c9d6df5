namespace TextSeg.Engine.Storage.Rows;

/// <summary>A group of members of one run.</summary>
public sealed class StoredSegment
{
    /// <summary>The run.</summary>
    public long RunId { get; set; }

    /// <summary>Identity within the run.</summary>
    public required string Id { get; set; }

    /// <summary>The wider segment that holds it.</summary>
    public string? ParentId { get; set; }

    /// <summary>Who they are, in plain words.</summary>
    public required string Name { get; set; }

    /// <summary>A few sentences.</summary>
    public required string Description { get; set; }

    /// <summary>Members in it.</summary>
    public int Members { get; set; }

    /// <summary>Agreement under resampling, 0 to 1.</summary>
    public double Stability { get; set; }

    /// <summary>Evidence of the card, as JSON.</summary>
    public required string Facts { get; set; }
}
