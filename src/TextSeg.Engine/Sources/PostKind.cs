namespace TextSeg.Engine.Sources;

/// <summary>Where people wrote a post.</summary>
public enum PostKind
{
    /// <summary>A forum or social post; the default.</summary>
    Forum,

    /// <summary>A review of a product, a place or a stay.</summary>
    Review,

    /// <summary>A support ticket.</summary>
    Ticket,

    /// <summary>A turn of a chat.</summary>
    Chat,

    /// <summary>A free-text answer in a survey.</summary>
    Survey,
}
