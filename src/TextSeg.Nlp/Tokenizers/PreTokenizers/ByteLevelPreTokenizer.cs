using System.Text;
using TextSeg.Nlp.Tokenizers.Pieces;

namespace TextSeg.Nlp.Tokenizers.PreTokenizers;

/// <summary>
/// Byte-level text of GPT-2 (Radford et al. 2019, section 2.2): cuts into words with the space before them, then writes every
/// UTF-8 byte as one visible character, so that no text is unknown.
/// </summary>
/// <param name="addPrefixSpace">Put a space before a text that does not begin with one.</param>
/// <param name="cutWords">Cut into words; false when an earlier stage did.</param>
internal sealed class ByteLevelPreTokenizer(bool addPrefixSpace, bool cutWords) : PreTokenizer
{
    private static readonly Rune[] Visible = VisibleBytes();

    /// <summary>The word pattern that GPT-2 was published with.</summary>
    private static readonly PatternPreTokenizer Words = new(
        TextPattern.Expression(@"'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+"),
        SplitBehavior.Isolated,
        invert: false);

    public override void Apply(PieceText text)
    {
        if (addPrefixSpace)
        {
            text.Rewrite(PrependSpace);
        }

        if (cutWords)
        {
            Words.Apply(text);
        }

        text.Rewrite(WriteBytes);
    }

    private static void PrependSpace(TextRewriter rewriter)
    {
        if (rewriter.Old[0] != ' ')
        {
            rewriter.InsertBefore(new Rune(' '));
        }

        rewriter.Keep(rewriter.Old.Length);
    }

    private static void WriteBytes(TextRewriter rewriter)
    {
        Span<byte> bytes = stackalloc byte[4];
        foreach (var rune in rewriter.Old.EnumerateRunes())
        {
            var count = rune.EncodeToUtf8(bytes);
            rewriter.Replace(Visible[bytes[0]]);
            foreach (var value in bytes[1..count])
            {
                rewriter.Insert(Visible[value]);
            }
        }
    }

    /// <summary>Printable Latin-1 bytes stand for themselves; the others take U+0100 and on, in order.</summary>
    private static Rune[] VisibleBytes()
    {
        var visible = new Rune[256];
        var next = 0x100;
        for (var value = 0; value < 256; value++)
        {
            var printable = value is (>= '!' and <= '~') or (>= 0xA1 and <= 0xAC) or >= 0xAE;
            visible[value] = new Rune(printable ? value : next++);
        }

        return visible;
    }
}
