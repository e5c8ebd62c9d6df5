namespace TextSeg.Nlp.Cleaning;

/// <summary>What one character of the raw text is.</summary>
internal enum TextRole : byte
{
    /// <summary>A word or white space of the author (or of a quoted author).</summary>
    Prose,

    /// <summary>Part of mark-up; leaves nothing behind.</summary>
    Markup,

    /// <summary>Part of mark-up that parts words, such as a table cell.</summary>
    Space,

    /// <summary>Part of mark-up that ends a line.</summary>
    Break,

    /// <summary>Program code or log.</summary>
    Code,

    /// <summary>Address of a web page.</summary>
    Link,

    /// <summary>@name.</summary>
    Mention,

    /// <summary>Closing signature.</summary>
    Signature,
}
