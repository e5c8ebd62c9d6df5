namespace TextSeg.Nlp.Cleaning;

/// <summary>Words of somebody else inside a post.</summary>
/// <param name="Text">The quoted words, cleaned as prose is.</param>
/// <param name="Author">Who wrote them, as the post names them; null when it does not say.</param>
/// <param name="PostReference">Number or id of the quoted post as written, or null.</param>
/// <param name="TopicReference">Number or id of the thread of the quoted post as written, or null.</param>
/// <param name="Raw">Where the quote is in the raw text.</param>
public sealed record QuotedPassage(string Text, string? Author, string? PostReference, string? TopicReference, TextSpan Raw);
