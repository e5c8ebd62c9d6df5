namespace TextSeg.Engine.Storage.Rows;

/// <summary>Where a post stands in one run.</summary>
public sealed class StoredPostTopic
{
    /// <summary>The run.</summary>
    public long RunId { get; set; }

    /// <summary>The post.</summary>
    public long PostId { get; set; }

    /// <summary>Its topic at the reader's level; null when it is in none.</summary>
    public string? TopicId { get; set; }

    /// <summary>Its topic at the finest level.</summary>
    public string? LeafId { get; set; }

    /// <summary>How firmly it belongs, 0 to 1.</summary>
    public double Strength { get; set; }

    /// <summary>core, edge, unsure or none; placed for a post that came after the run.</summary>
    public required string State { get; set; }

    /// <summary>Place on the map.</summary>
    public double X { get; set; }

    /// <summary>Place on the map.</summary>
    public double Y { get; set; }
}
