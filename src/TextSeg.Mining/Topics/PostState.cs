namespace TextSeg.Mining.Topics;

/// <summary>How surely a post belongs to its topic.</summary>
public enum PostState
{
    /// <summary>Nearly all that is like it lies in the same topic, whichever way the grouping is run.</summary>
    Core,

    /// <summary>Belongs to the topic, at its border.</summary>
    Edge,

    /// <summary>Lies between topics: the one it is in is the best guess ("cannot tell").</summary>
    Unsure,

    /// <summary>Is like no other post ("none of these").</summary>
    None,
}
