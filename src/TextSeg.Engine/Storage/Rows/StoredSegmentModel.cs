namespace TextSeg.Engine.Storage.Rows;

/// <summary>By what rule a run placed members in its segments, so that members whose posts change can be placed by the same.</summary>
public sealed class StoredSegmentModel
{
    /// <summary>The run.</summary>
    public long RunId { get; set; }

    /// <summary>The rule, as JSON; it holds means of many members and no words.</summary>
    public required string Model { get; set; }
}
