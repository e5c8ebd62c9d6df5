using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace TextSeg.Nlp.Tokenizers.Pieces;

/// <summary>
/// A pattern of tokenizer.json: a plain string or a regular expression. Characters above U+FFFF count as one character with
/// their own category, which .NET's regular expressions do not do by themselves: they see a stand-in of the same category.
/// </summary>
internal sealed class TextPattern
{
    private readonly string? _plain;
    private readonly Regex? _regex;

    private TextPattern(string? plain, Regex? regex) => (_plain, _regex) = (plain, regex);

    public static TextPattern Plain(string text) => new(text, null);

    /// <exception cref="NotSupportedException">.NET cannot read the expression.</exception>
    public static TextPattern Expression(string expression)
    {
        try
        {
            return new TextPattern(null, new Regex(ExpressionTranslator.Translate(expression), RegexOptions.CultureInvariant | RegexOptions.Multiline | RegexOptions.Compiled));
        }
        catch (ArgumentException fault)
        {
            throw new NotSupportedException($"The regular expression '{expression}' in tokenizer.json is not supported: {fault.Message}", fault);
        }
    }

    /// <summary>All matches from left to right, without overlap.</summary>
    public List<TextSpan> Find(ReadOnlySpan<char> text) => _plain is not null ? FindPlain(text, _plain) : FindExpression(text);

    private static List<TextSpan> FindPlain(ReadOnlySpan<char> text, string plain)
    {
        var found = new List<TextSpan>();
        for (var at = 0; plain.Length > 0 && text[at..].IndexOf(plain) is var next and >= 0; at += next + plain.Length)
        {
            found.Add(new TextSpan(at + next, at + next + plain.Length));
        }

        return found;
    }

    private List<TextSpan> FindExpression(ReadOnlySpan<char> text)
    {
        var found = new List<TextSpan>();
        if (text.IndexOfAnyInRange('\uD800', '\uDFFF') < 0)
        {
            foreach (var match in _regex!.EnumerateMatches(text))
            {
                found.Add(new TextSpan(match.Index, match.Index + match.Length));
            }

            return found;
        }

        var (shadow, places) = Shadow(text);
        foreach (var match in _regex!.EnumerateMatches(shadow))
        {
            found.Add(new TextSpan(places[match.Index], places[match.Index + match.Length]));
        }

        return found;
    }

    /// <summary>The text with one unit for every character, and where each unit lies in the text.</summary>
    private static (string Shadow, List<int> Places) Shadow(ReadOnlySpan<char> text)
    {
        var shadow = new StringBuilder(text.Length);
        var places = new List<int>(text.Length + 1);
        var place = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            places.Add(place);
            place += rune.Utf16SequenceLength;
            shadow.Append(rune.IsBmp ? (char)rune.Value : StandIn(Rune.GetUnicodeCategory(rune)));
        }

        places.Add(place);
        return (shadow.ToString(), places);
    }

    private static char StandIn(UnicodeCategory category) => category switch
    {
        UnicodeCategory.UppercaseLetter => '\u2C6F',
        UnicodeCategory.LowercaseLetter => '\u0250',
        UnicodeCategory.TitlecaseLetter => '\u01C5',
        UnicodeCategory.ModifierLetter => '\u02EE',
        UnicodeCategory.OtherLetter => '\uA015',
        UnicodeCategory.NonSpacingMark => '\u0E4E',
        UnicodeCategory.SpacingCombiningMark => '\u0903',
        UnicodeCategory.DecimalDigitNumber => '\u0E50',
        UnicodeCategory.LetterNumber => '\u2180',
        UnicodeCategory.OtherNumber => '\u2460',
        UnicodeCategory.OtherPunctuation => '\u2020',
        UnicodeCategory.MathSymbol => '\u22C8',
        UnicodeCategory.CurrencySymbol => '\u20B0',
        UnicodeCategory.ModifierSymbol => '\u02E5',
        UnicodeCategory.Format => '\u2060',
        UnicodeCategory.PrivateUse => '\uE000',
        UnicodeCategory.OtherNotAssigned => '\uFFFF',
        _ => '\u2603',
    };
}
