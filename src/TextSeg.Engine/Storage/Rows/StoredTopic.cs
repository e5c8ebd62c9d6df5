namespace TextSeg.Engine.Storage.Rows;

/// <summary>A topic of one run.</summary>
public sealed class StoredTopic
{
    /// <summary>The run.</summary>
    public long RunId { get; set; }

    /// <summary>Identity within the run.</summary>
    public required string Id { get; set; }

    /// <summary>The coarser topic that holds it.</summary>
    public string? ParentId { get; set; }

    /// <summary>Level of the tree, 0 the coarsest.</summary>
    public int Level { get; set; }

    /// <summary>Words for people.</summary>
    public required string Name { get; set; }

    /// <summary>Posts in it.</summary>
    public int Posts { get; set; }

    /// <summary>Different authors.</summary>
    public int Members { get; set; }

    /// <summary>Agreement under resampling, 0 to 1.</summary>
    public double Stability { get; set; }

    /// <summary>Key phrases, typical posts and more, as JSON.</summary>
    public required string Facts { get; set; }
}
