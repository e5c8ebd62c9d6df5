using System.Text;
using TextSeg.Nlp.Tokenizers.Pieces;

namespace TextSeg.Nlp.Tokenizers.PreTokenizers;

/// <summary>Cuts at white space, which is dropped, and around every punctuation mark, which is kept.</summary>
internal sealed class BertPreTokenizer : PreTokenizer
{
    private const byte Word = 0;
    private const byte Space = 1;
    private const byte Mark = 2;

    private static readonly byte[] Classes = [.. Enumerable.Range(0, 0x10000).Select(unit => ClassOf((char)unit))];

    public override void Apply(PieceText text) => text.Split(Split);

    private static void Split(ReadOnlySpan<char> text, PieceSink sink)
    {
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var kind = Classes[text[i]];
            var length = 1;
            if (char.IsHighSurrogate(text[i]))
            {
                length = 2;
                kind = CharacterClasses.IsPunctuation(new Rune(text[i], text[i + 1])) ? Mark : Word;
            }

            if (kind != Word)
            {
                sink.Add(start, i - start);
                start = i + length;
                if (kind == Mark)
                {
                    sink.Add(i, length);
                }
            }

            i += length - 1;
        }

        sink.Add(start, text.Length - start);
    }

    private static byte ClassOf(char unit) =>
        !Rune.TryCreate(unit, out var rune) ? Word :
        Rune.IsWhiteSpace(rune) ? Space :
        CharacterClasses.IsAsciiOrUnicodePunctuation(rune) ? Mark : Word;
}
