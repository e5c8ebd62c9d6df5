namespace TextSeg.Engine.Storage.Rows;

/// <summary>A label that a model gave to a post; a post may have several labels of one kind, such as emotions.</summary>
public sealed class StoredAnnotation
{
    /// <summary>The post.</summary>
    public long PostId { get; set; }

    /// <summary>What the label is about, such as "language", "sentiment" or "intent".</summary>
    public required string Kind { get; set; }

    /// <summary>The label.</summary>
    public required string Label { get; set; }

    /// <summary>How sure the model is, 0 to 1.</summary>
    public double Confidence { get; set; }

    /// <summary>The model that gave it, and its version.</summary>
    public required string Model { get; set; }
}
