namespace TextSeg.Engine.Evaluation.Heads;

/// <summary>A text whose labels are known.</summary>
public sealed record HeadRow
{
    public required string Text { get; init; }

    /// <summary>ISO 639-1 code, "unknown" for none.</summary>
    public string Language { get; init; } = "unknown";

    /// <summary>What is true of the text; empty where none of the labels is.</summary>
    public required IReadOnlyList<string> Labels { get; init; }

    /// <summary>Where it comes from.</summary>
    public string Source { get; init; } = "";

    /// <summary>The labels that its source speaks of; whether another one is true is not known. Null: all labels.</summary>
    public IReadOnlyList<string>? Judged { get; init; }
}
