using System.Globalization;
using System.Text;
using TextSeg.Nlp.Tokenizers.Pieces;

namespace TextSeg.Nlp.Tokenizers.Normalizers;

/// <summary>Drops characters, or puts one in the place of another.</summary>
/// <param name="asciiStays">True when no ASCII character is touched; such text is passed over quickly.</param>
/// <param name="map">The character to write, or null to drop it.</param>
internal sealed class CharacterFilter(bool asciiStays, Func<Rune, Rune?> map) : PieceNormalizer
{
    /// <summary>Drops every combining mark (general category M), as StripAccents does.</summary>
    public static CharacterFilter StripAccents() => new(true, rune => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark ? null : rune);

    /// <summary>Drops nonspacing marks only, as BertNormalizer does after decomposition.</summary>
    public static CharacterFilter StripNonspacingMarks() =>
        new(true, rune => Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark ? null : rune);

    /// <summary>BertNormalizer's clean_text: drops control, format and private-use characters and U+FFFD; white space becomes a space.</summary>
    public static CharacterFilter CleanText() => new(false, rune =>
    {
        if (rune.Value is '\t' or '\n' or '\r')
        {
            return new Rune(' ');
        }

        if (rune.Value == 0xFFFD || Rune.GetUnicodeCategory(rune) is
            UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse)
        {
            return null;
        }

        return Rune.IsWhiteSpace(rune) ? new Rune(' ') : rune;
    });

    /// <summary>The clean-up that SentencePiece's nmt rules begin with: drops ASCII controls, odd white space becomes a space.</summary>
    public static CharacterFilter Nmt() => new(false, rune => rune.Value switch
    {
        (>= 0x01 and <= 0x08) or 0x0B or (>= 0x0E and <= 0x1F) or 0x7F or 0x8F or 0x9F => null,
        0x09 or 0x0A or 0x0C or 0x0D or 0x1680 or (>= 0x200B and <= 0x200F) or 0x2028 or 0x2029 or 0x2581 or 0xFEFF or 0xFFFD => new Rune(' '),
        _ => rune,
    });

    protected override bool Changes(ReadOnlySpan<char> text)
    {
        if (asciiStays && Ascii.IsValid(text))
        {
            return false;
        }

        if (!asciiStays && !text.ContainsAnyExceptInRange(' ', '~'))
        {
            return false;
        }

        foreach (var rune in text.EnumerateRunes())
        {
            if (map(rune) != rune)
            {
                return true;
            }
        }

        return false;
    }

    protected override void Rewrite(TextRewriter rewriter)
    {
        var same = 0;
        foreach (var rune in rewriter.Old.EnumerateRunes())
        {
            var written = map(rune);
            if (written == rune)
            {
                same += rune.Utf16SequenceLength;
                continue;
            }

            rewriter.Keep(same);
            same = 0;
            if (written is { } other)
            {
                rewriter.Replace(other);
            }
            else
            {
                rewriter.Skip(1);
            }
        }

        rewriter.Keep(same);
    }
}
