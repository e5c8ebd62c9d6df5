using TextSeg.Nlp;
using TextSeg.Nlp.Cleaning;
using TextSeg.Nlp.Privacy;

namespace TextSeg.Engine.Ingestion;

/// <summary>Where the words of a post's prose stand in what the source gave: through masking and cleaning back to the title or the text.</summary>
public sealed class ProseOrigin
{
    private readonly CleanText? _title;
    private readonly CleanText _text;
    private readonly MaskedText _masked;
    private readonly int _textStart;

    /// <param name="title">The cleaned title when it stands before the text in the prose, else null.</param>
    /// <param name="text">The cleaned text.</param>
    /// <param name="masked">Title and text, one line each, with masks.</param>
    internal ProseOrigin(CleanText? title, CleanText text, MaskedText masked)
    {
        (_title, _text, _masked) = (title, text, masked);
        _textStart = title is null ? 0 : title.Prose.Length + 1;
    }

    /// <summary>The stretch that a span of the prose came from; a span over both title and text gives the part in the text.</summary>
    /// <param name="inProse">In UTF-16 units of the prose.</param>
    public OriginalSpan ToOriginal(TextSpan inProse)
    {
        var inWords = _masked.ToOriginal(inProse);
        if (_title is not null && inWords.End <= _title.Prose.Length)
        {
            return new OriginalSpan(InTitle: true, _title.ToRaw(inWords));
        }

        return new OriginalSpan(InTitle: false, _text.ToRaw(new TextSpan(Math.Max(0, inWords.Start - _textStart), inWords.End - _textStart)));
    }
}

/// <summary>A stretch of what the source gave.</summary>
/// <param name="InTitle">True in the title, false in the text.</param>
/// <param name="Span">In UTF-16 units of that field.</param>
public readonly record struct OriginalSpan(bool InTitle, TextSpan Span);
