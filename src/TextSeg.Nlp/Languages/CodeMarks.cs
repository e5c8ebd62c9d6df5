namespace TextSeg.Nlp.Languages;

/// <summary>Marks by which a piece of text between spaces is known as an address, a tag or code.</summary>
internal static class CodeMarks
{
    public static bool IsSpace(char unit) => unit is (>= '\t' and <= '\r') or ' ' or '\u00A0' or '\u3000';

    /// <summary>
    /// Whether a piece without spaces holds one of <c>_ \ @ # = { } &lt; &gt; ` | $ :// :: ()</c>, a letter beside a digit,
    /// or a full stop between letters. Only letters of ASCII count.
    /// </summary>
    public static bool Any(ReadOnlySpan<char> piece)
    {
        for (var i = 0; i < piece.Length; i++)
        {
            var unit = piece[i];
            var next = i + 1 < piece.Length ? piece[i + 1] : '\0';
            var marked = unit switch
            {
                '_' or '\\' or '@' or '#' or '=' or '{' or '}' or '<' or '>' or '`' or '|' or '$' => true,
                ':' => next == ':' || (next == '/' && i + 2 < piece.Length && piece[i + 2] == '/'),
                '(' => next == ')',
                '.' => i > 0 && char.IsAsciiLetter(piece[i - 1]) && char.IsAsciiLetter(next),
                >= '0' and <= '9' => char.IsAsciiLetter(next),
                _ => char.IsAsciiLetter(unit) && char.IsAsciiDigit(next),
            };
            if (marked)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a capital letter follows a small one inside the word, as in names of code and products.</summary>
    public static bool IsCamelCase(ReadOnlySpan<char> word)
    {
        for (var i = 1; i < word.Length; i++)
        {
            if (char.IsAsciiLetterUpper(word[i]) && char.IsAsciiLetterLower(word[i - 1]))
            {
                return true;
            }
        }

        return false;
    }
}
