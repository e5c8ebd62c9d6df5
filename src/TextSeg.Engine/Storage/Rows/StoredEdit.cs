namespace TextSeg.Engine.Storage.Rows;

/// <summary>A change that a person made to topics or segments. What it is about is told by posts or members (<see cref="StoredEditItem"/>), as ids of topics hold for one run only.</summary>
public sealed class StoredEdit
{
    /// <summary>Its number; never used twice.</summary>
    public long Id { get; set; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset MadeAt { get; set; }

    /// <summary>Rename, Merge, Split, Move or Apart.</summary>
    public required string Verb { get; set; }

    /// <summary>Whether it is about a segment and its items are members.</summary>
    public bool IsOfSegment { get; set; }

    /// <summary>The name given.</summary>
    public string? Name { get; set; }

    /// <summary>Level of a renamed topic, counted from the reader's.</summary>
    public int LevelFromReader { get; set; }

    /// <summary>The last post or member that was there when it was made.</summary>
    public long LastKnown { get; set; }

    /// <summary>Parts that are single posts, parted by commas.</summary>
    public required string PostParts { get; set; }

    /// <summary>What it said when it was made, with the ids of that run.</summary>
    public required string Summary { get; set; }
}
