using System.Buffers;
using System.Globalization;
using System.Text;

namespace TextSeg.Nlp.Words;

/// <summary>Finds listed words and phrases in text. In scripts that part words with blanks only whole words are found.</summary>
internal sealed class PhraseFinder
{
    private static readonly HashSet<string> Unspaced = ["ja", "zh", "th", "ko"];
    private readonly Phrase[] _phrases;
    private readonly SearchValues<string> _any; // looks for all at once; most texts have none
    private readonly bool _isBounded;

    /// <param name="list">Phrases parted by "|"; a star at the end takes any ending: "thank*" finds thanks, thanked and thankful.</param>
    /// <param name="language">ISO 639-1 code.</param>
    public PhraseFinder(string list, string language)
    {
        _phrases = [.. list.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(text => new Phrase(Fold(text.TrimEnd('*').Normalize(NormalizationForm.FormC)), text.EndsWith('*')))];
        _any = SearchValues.Create([.. _phrases.Select(phrase => phrase.Text)], StringComparison.Ordinal);
        _isBounded = IsSpaced(language);
    }

    /// <summary>True for a language that parts words with blanks.</summary>
    public static bool IsSpaced(string language) => !Unspaced.Contains(language);

    /// <summary>A text as phrases are looked for in it: lower case and straight apostrophes, each character at its place.</summary>
    public static string Fold(string text) => text.ToLowerInvariant().Replace('’', '\'');

    /// <summary>How often phrases stand in the text; a place that two phrases share counts for each.</summary>
    /// <param name="folded">As <see cref="Fold"/> gives it.</param>
    public int Count(string folded) => Places(folded)?.Count ?? 0;

    /// <summary>Where phrases stand, in order; those that overlap are one place.</summary>
    /// <param name="folded">As <see cref="Fold"/> gives it.</param>
    public IReadOnlyList<TextSpan> Find(string folded)
    {
        var places = Places(folded);
        if (places is null or { Count: 1 })
        {
            return places ?? [];
        }

        places.Sort((left, right) => (left.Start, left.End).CompareTo((right.Start, right.End)));
        var apart = new List<TextSpan> { places[0] };
        foreach (var place in places.Skip(1))
        {
            if (place.Start < apart[^1].End)
            {
                apart[^1] = new TextSpan(apart[^1].Start, Math.Max(apart[^1].End, place.End));
            }
            else
            {
                apart.Add(place);
            }
        }

        return apart;
    }

    // Null for none, as nearly always.
    private List<TextSpan>? Places(string text)
    {
        List<TextSpan>? places = null;
        foreach (var phrase in text.AsSpan().ContainsAny(_any) ? _phrases : [])
        {
            for (var at = text.IndexOf(phrase.Text, StringComparison.Ordinal); at >= 0; at = text.IndexOf(phrase.Text, at + phrase.Text.Length, StringComparison.Ordinal))
            {
                var end = at + phrase.Text.Length;
                if (!_isBounded || ((at == 0 || !IsPartOfWord(text[at - 1])) && (phrase.IsOpen || end == text.Length || !IsPartOfWord(text[end]))))
                {
                    (places ??= []).Add(new TextSpan(at, phrase.IsOpen ? EndOfWord(text, end) : end));
                }
            }
        }

        return places;
    }

    private int EndOfWord(string text, int end)
    {
        while (_isBounded && end < text.Length && IsPartOfWord(text[end]))
        {
            end++;
        }

        return end;
    }

    private static bool IsPartOfWord(char c) => char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;

    private readonly record struct Phrase(string Text, bool IsOpen);
}
