using System.Text;
using TextSeg.Nlp.Tokenizers.Pieces;

namespace TextSeg.Nlp.Tokenizers.Normalizers;

/// <summary>BertNormalizer's handle_chinese_chars: a space on both sides of every CJK ideograph, so that each becomes a word.</summary>
internal sealed class ChineseCharacterSpacer : PieceNormalizer
{
    private static readonly Rune Space = new(' ');

    protected override bool Changes(ReadOnlySpan<char> text) => text.ContainsAnyInRange('\u3400', '\uFAFF');

    protected override void Rewrite(TextRewriter rewriter)
    {
        foreach (var rune in rewriter.Old.EnumerateRunes())
        {
            var ideograph = IsIdeograph(rune.Value);
            if (ideograph)
            {
                rewriter.Insert(Space);
            }

            rewriter.Replace(rune);
            if (ideograph)
            {
                rewriter.Insert(Space);
            }
        }
    }

    /// <summary>The CJK blocks of BERT's own tokenizer, with its 2B920 for the block that begins at 2B820.</summary>
    private static bool IsIdeograph(int codePoint) => codePoint is
        (>= 0x4E00 and <= 0x9FFF) or (>= 0x3400 and <= 0x4DBF) or (>= 0x20000 and <= 0x2A6DF) or (>= 0x2A700 and <= 0x2B73F) or
        (>= 0x2B740 and <= 0x2B81F) or (>= 0x2B920 and <= 0x2CEAF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x2F800 and <= 0x2FA1F);
}
