namespace TextSeg.Nlp.Cleaning;

/// <summary>
/// A post taken apart. <see cref="Prose"/> is what the author wrote in words; the rest is kept beside it.
/// Every span that says "raw" counts UTF-16 units of the text as it was given.
/// </summary>
public sealed class CleanText
{
    private readonly int[] rawStarts;
    private readonly int[] rawEnds;

    internal CleanText(MappedText prose, TextFormat format)
    {
        Prose = prose.Text;
        Format = format;
        EmojiWords = prose.EmojiWords;
        rawStarts = prose.RawStarts;
        rawEnds = prose.RawEnds;
    }

    /// <summary>The author's own words: no mark-up, quotes, code, links, mentions or signature; NFC; single spaces; lines parted by '\n'.</summary>
    public string Prose { get; }

    /// <summary>The format the text was read as.</summary>
    public TextFormat Format { get; }

    /// <summary>Where <see cref="Prose"/> holds the name of an emoji in place of the emoji, in order.</summary>
    public IReadOnlyList<TextSpan> EmojiWords { get; }

    /// <summary>Blocks of program code and lines of logs, in order.</summary>
    public IReadOnlyList<CodePassage> Code { get; internal init; } = [];

    /// <summary>Words of others, in order.</summary>
    public IReadOnlyList<QuotedPassage> Quotes { get; internal init; } = [];

    /// <summary>Names written as <c>@name</c> outside quotes, without the @, in order, repeats kept.</summary>
    public IReadOnlyList<string> Mentions { get; internal init; } = [];

    /// <summary>Addresses of web pages outside quotes, in order, repeats kept.</summary>
    public IReadOnlyList<string> Urls { get; internal init; } = [];

    /// <summary>The closing signature, or null.</summary>
    public string? Signature { get; internal init; }

    /// <summary>The stretch of the raw text that <paramref name="inProse"/> came from; an empty span gives an empty span.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The span is not inside <see cref="Prose"/>.</exception>
    public TextSpan ToRaw(TextSpan inProse)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(inProse.Start, nameof(inProse));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(inProse.End, Prose.Length, nameof(inProse));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(inProse.Start, inProse.End, nameof(inProse));
        if (inProse.Length == 0)
        {
            int at = inProse.Start < rawStarts.Length ? rawStarts[inProse.Start] : rawEnds.LastOrDefault();
            return new TextSpan(at, at);
        }

        return new TextSpan(rawStarts[inProse.Start], rawEnds[inProse.End - 1]);
    }
}
