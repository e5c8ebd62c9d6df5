namespace TextSeg.Nlp.Languages;

/// <summary>Letters of a text by writing system, and the languages that letters alone settle.</summary>
internal readonly ref struct LetterTally
{
    /// <summary>Fewer letters than this settle nothing; of Han, kana and Hangul, which are words or syllables, two do.</summary>
    private const int FewestLetters = 3;
    private const int FewestSyllables = 2;

    /// <summary>A Han character tells about as much as three letters of an alphabet, a syllable as two.</summary>
    private const int HanWeight = 3;
    private const int SyllableWeight = 2;

    /// <summary>Share of kana among kana and Han from which a text is Japanese; Chinese borrows の now and then.</summary>
    private const double KanaOfJapanese = 0.08;

    /// <summary>Share of letters that Arabic does not have (Persian, Urdu, Kurdish …) from which a text is not Arabic.</summary>
    private const double LettersNotArabic = 0.04;

    private readonly ReadOnlySpan<int> _letters;

    public LetterTally(ReadOnlySpan<int> letters)
    {
        _letters = letters;
        for (var i = 1; i < letters.Length; i++)
        {
            Total += letters[i] * WeightOf((WritingSystem)i);
        }
    }

    /// <summary>All letters, weighted by how much each tells.</summary>
    public int Total { get; }

    private int EastAsian =>
        (this[WritingSystem.Han] * HanWeight) + ((this[WritingSystem.Kana] + this[WritingSystem.Hangul]) * SyllableWeight);

    private int this[WritingSystem system] => _letters[(int)system];

    /// <summary>
    /// The system with most letters, Latin left out, and its share of the text. Han, kana and Hangul count together;
    /// they are called Han here.
    /// </summary>
    public (WritingSystem System, double Share) StrongestBeyondLatin()
    {
        var (best, most) = (WritingSystem.Han, EastAsian);
        for (var i = (int)WritingSystem.Cyrillic; i < _letters.Length; i++)
        {
            if ((WritingSystem)i is not (WritingSystem.Han or WritingSystem.Kana or WritingSystem.Hangul) && _letters[i] > most)
            {
                (best, most) = ((WritingSystem)i, _letters[i]);
            }
        }

        return (best, most / (double)Total);
    }

    /// <summary>The language of a text in which a system of one language prevails.</summary>
    public LanguageGuess Settled(WritingSystem system, double share, ReadOnlySpan<char> text)
    {
        if (system == WritingSystem.Han)
        {
            return EastAsianLanguage(share);
        }

        var language = this[system] < FewestLetters ? null : LanguageOf(system);
        return language is null || (system == WritingSystem.Arabic && IsNotArabic(text))
            ? LanguageGuess.Unknown()
            : new LanguageGuess(language, share);
    }

    private static int WeightOf(WritingSystem system) => system switch
    {
        WritingSystem.Han => HanWeight,
        WritingSystem.Kana or WritingSystem.Hangul => SyllableWeight,
        _ => 1,
    };

    private static string? LanguageOf(WritingSystem system) => system switch
    {
        WritingSystem.Arabic => "ar",
        WritingSystem.Hebrew => "he",
        WritingSystem.Greek => "el",
        WritingSystem.Thai => "th",
        WritingSystem.Georgian => "ka",
        WritingSystem.Armenian => "hy",
        WritingSystem.Tamil => "ta",
        WritingSystem.Telugu => "te",
        WritingSystem.Kannada => "kn",
        WritingSystem.Malayalam => "ml",
        WritingSystem.Gujarati => "gu",
        WritingSystem.Gurmukhi => "pa",
        WritingSystem.Khmer => "km",
        WritingSystem.Lao => "lo",
        WritingSystem.Burmese => "my",
        WritingSystem.Sinhala => "si",
        _ => null,
    };

    private LanguageGuess EastAsianLanguage(double share)
    {
        var (han, kana, hangul) = (this[WritingSystem.Han], this[WritingSystem.Kana], this[WritingSystem.Hangul]);
        if (han + kana + hangul < FewestSyllables)
        {
            return LanguageGuess.Unknown();
        }

        if (hangul > han + kana)
        {
            return new LanguageGuess("ko", share);
        }

        return new LanguageGuess(kana >= KanaOfJapanese * (kana + han) ? "ja" : "zh", share);
    }

    private bool IsNotArabic(ReadOnlySpan<char> text)
    {
        var foreign = 0;
        foreach (var unit in text)
        {
            foreign += unit is >= '\u0671' and <= '\u06D3' ? 1 : 0;
        }

        return foreign > LettersNotArabic * this[WritingSystem.Arabic];
    }
}
