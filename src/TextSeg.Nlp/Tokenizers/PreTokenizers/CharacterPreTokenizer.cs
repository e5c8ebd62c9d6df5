using System.Text;
using TextSeg.Nlp.Tokenizers.Pieces;

namespace TextSeg.Nlp.Tokenizers.PreTokenizers;

/// <summary>Cuts at every character of a class.</summary>
internal sealed class CharacterPreTokenizer(Predicate<Rune> isDelimiter, SplitBehavior behavior) : PreTokenizer
{
    /// <summary>White space is dropped and everything else stays together.</summary>
    public static CharacterPreTokenizer WhitespaceSplit() => new(Rune.IsWhiteSpace, SplitBehavior.Removed);

    /// <summary>Cuts at punctuation.</summary>
    public static CharacterPreTokenizer Punctuation(SplitBehavior behavior) => new(CharacterClasses.IsAsciiOrUnicodePunctuation, behavior);

    /// <summary>Cuts around numbers, or around every digit.</summary>
    public static CharacterPreTokenizer Digits(bool individual) =>
        new(CharacterClasses.IsNumeric, individual ? SplitBehavior.Isolated : SplitBehavior.Contiguous);

    /// <summary>Drops one character wherever it is.</summary>
    public static CharacterPreTokenizer Delimiter(Rune delimiter) => new(rune => rune == delimiter, SplitBehavior.Removed);

    public override void Apply(PieceText text) => text.Split(Split);

    private void Split(ReadOnlySpan<char> text, PieceSink sink)
    {
        var delimiters = new List<TextSpan>();
        var at = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (isDelimiter(rune))
            {
                delimiters.Add(new TextSpan(at, at + rune.Utf16SequenceLength));
            }

            at += rune.Utf16SequenceLength;
        }

        DelimiterCutter.Cut(text.Length, delimiters, behavior, invert: false, sink);
    }
}
