using System.Text;
using TextSeg.Nlp.Tokenizers.Pieces;

namespace TextSeg.Nlp.Tokenizers.PreTokenizers;

/// <summary>Keeps runs of word characters and runs of other characters; white space is dropped (the expression \w+|[^\w\s]+).</summary>
internal sealed class WhitespacePreTokenizer : PreTokenizer
{
    private enum Kind
    {
        Space,
        Word,
        Other,
    }

    public override void Apply(PieceText text) => text.Split(Split);

    private static void Split(ReadOnlySpan<char> text, PieceSink sink)
    {
        var start = 0;
        var at = 0;
        var open = Kind.Space;
        foreach (var rune in text.EnumerateRunes())
        {
            var kind = KindOf(rune);
            if (kind != open)
            {
                if (open != Kind.Space)
                {
                    sink.Add(start, at - start);
                }

                (start, open) = (at, kind);
            }

            at += rune.Utf16SequenceLength;
        }

        if (open != Kind.Space)
        {
            sink.Add(start, at - start);
        }
    }

    private static Kind KindOf(Rune rune) =>
        CharacterClasses.IsWord(rune) ? Kind.Word : Rune.IsWhiteSpace(rune) ? Kind.Space : Kind.Other;
}
