namespace TextSeg.Nlp.Cleaning;

/// <summary>How the text of a post is marked up.</summary>
public enum TextFormat
{
    /// <summary>No mark-up. Quoted replies, signatures, links and logs are still found.</summary>
    Plain,

    /// <summary>HTML, whole or a fragment.</summary>
    Html,

    /// <summary>CommonMark, with HTML inside where it is used.</summary>
    Markdown,

    /// <summary>Tags in square brackets: <c>[b]</c>, <c>[quote=…]</c>, <c>[code]</c>.</summary>
    BBCode,

    /// <summary>Markdown, BBCode and HTML together, as Discourse takes them.</summary>
    Discourse,

    /// <summary>Plain text of an e-mail; header lines at its top are left out.</summary>
    Email,
}
