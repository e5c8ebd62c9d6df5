namespace TextSeg.Nlp.Privacy;

/// <summary>Tells whether a sign beside a number makes it a part of a longer word.</summary>
internal static class WordEdge
{
    /// <summary>True for letters and digits, but not for letters of scripts that put no blanks between words: Japanese, Chinese, Korean with its particles, Thai, Lao, Burmese, Khmer.</summary>
    public static bool Joins(char c) => char.IsLetterOrDigit(c) && c is not ((>= '\u2E80' and <= '\uDFFF') or (>= '\u0E00' and <= '\u0EFF') or (>= '\u1000' and <= '\u109F') or (>= '\u1780' and <= '\u17FF'));
}
