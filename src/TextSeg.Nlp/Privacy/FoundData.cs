namespace TextSeg.Nlp.Privacy;

/// <summary>A stretch of text that a finder takes for personal data.</summary>
internal readonly record struct FoundData(PersonalDataKind Kind, TextSpan Span);
