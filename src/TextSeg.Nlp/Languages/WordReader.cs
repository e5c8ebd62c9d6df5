using System.Buffers;
using System.Text;

namespace TextSeg.Nlp.Languages;

/// <summary>
/// Reduces a text to what the model looks at: lower-case words of one writing system each, with one space before,
/// between and after them, and a count of letters by writing system. scripts/languages/features.py does the same.
/// </summary>
internal ref struct WordReader
{
    /// <summary>More of a long text is not read; the language of a post is settled well before.</summary>
    public const int LongestText = 4_000;

    private readonly Span<int> _letters;
    private readonly char[] _buffer;
    private int _length = 1;

    /// <param name="text">The text; composed (NFC) here when it is not.</param>
    /// <param name="letters">Zeros, one for each writing system; gets the counts of letters.</param>
    public WordReader(string text, Span<int> letters)
    {
        _letters = letters;
        var composed = Composed(text.Length > LongestText ? text[..LongestText] : text);
        _buffer = ArrayPool<char>.Shared.Rent((2 * composed.Length) + 2);
        _buffer[0] = ' ';
        Text = composed;
        ReadPieces(composed);
    }

    /// <summary>The part of the text that was read, composed.</summary>
    public ReadOnlySpan<char> Text { get; }

    /// <summary>" word word ", or " " when the text has no word in a shared writing system.</summary>
    public readonly ReadOnlySpan<char> Words => _buffer.AsSpan(0, _length);

    public readonly void Dispose() => ArrayPool<char>.Shared.Return(_buffer);

    private static string Composed(string text)
    {
        if (Ascii.IsValid(text))
        {
            return text;
        }

        var valid = HasLoneSurrogate(text) ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) : text;
        return valid.IsNormalized() ? valid : valid.Normalize();
    }

    private static bool HasLoneSurrogate(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && !(i + 1 < text.Length && char.IsSurrogatePair(text[i], text[++i])))
            {
                return true;
            }
        }

        return false;
    }

    private void ReadPieces(ReadOnlySpan<char> text)
    {
        var start = 0;
        while (start < text.Length)
        {
            var end = start;
            while (end < text.Length && !CodeMarks.IsSpace(text[end]))
            {
                end++;
            }

            ReadPiece(text[start..end], CodeMarks.Any(text[start..end]));
            start = end + 1;
        }
    }

    private void ReadPiece(ReadOnlySpan<char> piece, bool code)
    {
        var at = 0;
        while (at < piece.Length)
        {
            var system = SystemOf(piece[at], code);
            var end = at + 1;
            while (end < piece.Length && SystemOf(piece[end], code) == system)
            {
                end++;
            }

            var word = piece[at..end];
            if (system != WritingSystem.None && !CodeMarks.IsCamelCase(word))
            {
                _letters[(int)system] += word.Length;
                if (WritingSystems.IsShared(system))
                {
                    Append(word);
                }
            }

            at = end;
        }
    }

    private static WritingSystem SystemOf(char unit, bool code) =>
        code && char.IsAscii(unit) ? WritingSystem.None : WritingSystems.Of(unit);

    /// <summary>Adds a word, lower case, a letter that stands three times or more in a row only twice.</summary>
    private void Append(ReadOnlySpan<char> word)
    {
        var start = _length;
        foreach (var unit in word)
        {
            var small = char.ToLowerInvariant(unit);
            var repeats = _length - start >= 2 && _buffer[_length - 1] == small && _buffer[_length - 2] == small;
            if (!repeats)
            {
                _buffer[_length++] = small;
            }
        }

        _buffer[_length++] = ' ';
    }
}
