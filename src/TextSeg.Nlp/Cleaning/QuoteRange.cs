namespace TextSeg.Nlp.Cleaning;

/// <summary>Where a quote is in the raw text and what its mark-up says of its origin.</summary>
internal sealed record QuoteRange(int Start, int End, QuoteOrigin Origin);

/// <summary>Author, post and thread of a quote, each null when not said.</summary>
internal sealed record QuoteOrigin(string? Author, string? Post = null, string? Topic = null)
{
    public static QuoteOrigin Unknown { get; } = new((string?)null);
}
