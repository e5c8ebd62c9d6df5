using System.Globalization;

namespace TextSeg.Nlp.Words;

/// <summary>How a character takes part in a word, in the spirit of the classes of UAX #29, section 4.1.</summary>
internal enum WordScript
{
    /// <summary>White space, punctuation, signs.</summary>
    None,

    /// <summary>Letter or digit of a script that parts words with blanks.</summary>
    Letter,

    /// <summary>Mark that belongs to the letter before it.</summary>
    Mark,

    /// <summary>Chinese character or Hiragana: words are not parted.</summary>
    Ideograph,

    /// <summary>Katakana: words are not parted, but a run of it is mostly one word.</summary>
    Katakana,

    /// <summary>Thai, Lao, Burmese or Khmer: words are not parted, and a letter with its vowels is one cluster.</summary>
    Cluster,
}

/// <summary>Reads the class of characters.</summary>
internal static class WordScripts
{
    /// <summary>The class of the character at <paramref name="at"/>; the second half of a pair counts as the first.</summary>
    public static WordScript Of(string text, int at)
    {
        char c = text[at];
        if (c < 0x80)
        {
            return char.IsAsciiLetterOrDigit(c) || c == '_' ? WordScript.Letter : WordScript.None;
        }

        return c switch
        {
            >= '\u0E00' and <= '\u0EFF' or >= '\u1000' and <= '\u109F' or >= '\u1780' and <= '\u17FF' => IsWordSign(c) ? WordScript.Cluster : WordScript.None,
            >= '\u3041' and <= '\u309F' or '\u3005' or >= '\u3400' and <= '\u4DBF' or >= '\u4E00' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF' => WordScript.Ideograph,
            >= '\u30A1' and <= '\u30FA' or '\u30FC' or >= '\uFF66' and <= '\uFF9F' => WordScript.Katakana,
            '\u200C' or '\u200D' => WordScript.Mark,
            _ when char.IsSurrogate(c) => OfPair(text, at),
            _ when char.IsLetterOrDigit(c) => WordScript.Letter,
            _ => IsMark(char.GetUnicodeCategory(c)) ? WordScript.Mark : WordScript.None,
        };
    }

    /// <summary>True for a Thai or Lao vowel written before the letter that it follows in speech.</summary>
    public static bool IsLeadingVowel(char c) => c is >= '\u0E40' and <= '\u0E44' or >= '\u0EC0' and <= '\u0EC4';

    /// <summary>True for a sign that belongs to the cluster of the letter before it.</summary>
    public static bool EndsCluster(char c) =>
        c is '\u0E30' or '\u0E32' or '\u0E33' or '\u0E45' or '\u0E46' or '\u0EB0' or '\u0EB2' or '\u0EB3' || IsMark(char.GetUnicodeCategory(c));

    private static WordScript OfPair(string text, int at)
    {
        int start = char.IsLowSurrogate(text[at]) ? at - 1 : at;
        if (start < 0 || start + 1 >= text.Length || !char.IsSurrogatePair(text[start], text[start + 1]))
        {
            return WordScript.None;
        }

        int code = char.ConvertToUtf32(text[start], text[start + 1]);
        UnicodeCategory category = CharUnicodeInfo.GetUnicodeCategory(code);
        return code is >= 0x20000 and <= 0x3FFFF ? WordScript.Ideograph
            : IsMark(category) ? WordScript.Mark
            : category is <= UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber ? WordScript.Letter : WordScript.None;
    }

    private static bool IsWordSign(char c) => char.IsLetterOrDigit(c) || IsMark(char.GetUnicodeCategory(c)) || c == '\u0E46';

    private static bool IsMark(UnicodeCategory category) =>
        category is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;
}
