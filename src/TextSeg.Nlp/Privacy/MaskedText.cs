namespace TextSeg.Nlp.Privacy;

/// <summary>One masked stretch: where it was in the text given and where its mask is in the masked text.</summary>
public readonly record struct MaskedSpan(PersonalDataKind Kind, TextSpan Original, TextSpan Masked);

/// <summary>A text with a mask in the place of each piece of personal data. Spans count UTF-16 units.</summary>
/// <param name="Text">The masked text.</param>
/// <param name="Spans">What was masked, in order.</param>
public sealed record MaskedText(string Text, IReadOnlyList<MaskedSpan> Spans)
{
    /// <summary>Number of masks of one kind.</summary>
    public int Count(PersonalDataKind kind) => Spans.Count(span => span.Kind == kind);

    /// <summary>The stretch of the text given that <paramref name="inMasked"/> stands for; a span that touches a mask takes in all that it hides.</summary>
    public TextSpan ToOriginal(TextSpan inMasked) => new(Back(inMasked.Start, atEnd: false), Back(inMasked.End, atEnd: true));

    private int Back(int position, bool atEnd)
    {
        int shift = 0;
        foreach (MaskedSpan span in Spans)
        {
            if (position <= span.Masked.Start && (atEnd || position < span.Masked.Start))
            {
                break;
            }

            if (position < span.Masked.End)
            {
                return atEnd ? span.Original.End : span.Original.Start;
            }

            shift = span.Original.End - span.Masked.End;
        }

        return position + shift;
    }
}
