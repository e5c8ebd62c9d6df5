using System.Globalization;
using System.Text;

namespace TextSeg.Nlp.Tokenizers.PreTokenizers;

/// <summary>Classes of characters that pre-tokenizers cut at.</summary>
internal static class CharacterClasses
{
    /// <summary>Unicode punctuation (general category P).</summary>
    public static bool IsPunctuation(Rune rune) => IsPunctuation(Rune.GetUnicodeCategory(rune));

    /// <summary>Unicode punctuation, and every ASCII character that is neither letter, digit, space nor control.</summary>
    public static bool IsAsciiOrUnicodePunctuation(Rune rune) => rune.IsAscii
        ? rune.Value is > 32 and < 127 && !char.IsAsciiLetterOrDigit((char)rune.Value)
        : IsPunctuation(rune);

    /// <summary>Any numeric character (general categories Nd, Nl, No).</summary>
    public static bool IsNumeric(Rune rune) => Rune.IsNumber(rune);

    /// <summary>Unicode letter (general category L).</summary>
    public static bool IsLetter(Rune rune) => Rune.IsLetter(rune);

    /// <summary>
    /// A word character as Unicode Technical Standard 18 annex C has it: alphabetic, mark, decimal digit,
    /// connector punctuation, or one of the two zero-width joiners.
    /// </summary>
    public static bool IsWord(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or
            UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber or
            UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark or
            UnicodeCategory.DecimalDigitNumber or UnicodeCategory.ConnectorPunctuation => true,
        _ => rune.Value is 0x200C or 0x200D or (>= 0x24B6 and <= 0x24E9) or
            (>= 0x1F130 and <= 0x1F149) or (>= 0x1F150 and <= 0x1F169) or (>= 0x1F170 and <= 0x1F189),
    };

    private static bool IsPunctuation(UnicodeCategory category) =>
        category is >= UnicodeCategory.ConnectorPunctuation and <= UnicodeCategory.OtherPunctuation;
}
