namespace TextSeg.Nlp.Cleaning;

/// <summary>Built text with, for each of its UTF-16 units, the stretch of the raw text it stands for.</summary>
internal sealed record MappedText(string Text, int[] RawStarts, int[] RawEnds, IReadOnlyList<TextSpan> EmojiWords);
