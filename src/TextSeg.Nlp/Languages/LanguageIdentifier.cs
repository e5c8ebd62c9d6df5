namespace TextSeg.Nlp.Languages;

/// <summary>
/// Tells the language of a text: by its letters where they settle it (Greek, Hangul, kana …), else by a linear model
/// over character n-grams that is trained by scripts/train-languages. Safe to use from several threads.
/// </summary>
public sealed class LanguageIdentifier
{
    /// <summary>Fewer letters than this are no basis for a guess in letters that languages share.</summary>
    private const int FewestSharedLetters = 4;

    /// <summary>Share of a text's letters from which its letters decide, whatever else stands beside.</summary>
    private const double Prevails = 0.6;

    /// <summary>Share from which letters that are not Latin decide, unless the Latin rest is surely a language too.</summary>
    private const double Counts = 0.3;

    /// <summary>Features that a Latin rest needs to make a text one in two languages (about 30 letters).</summary>
    private const int RestOfSecondLanguage = 150;

    /// <summary>Share of a text in surely another language from which it is mixed.</summary>
    private const double Mixed = 0.25;

    private readonly LanguageWeights _weights;
    private readonly GramClassifier _classifier;

    private LanguageIdentifier(LanguageWeights weights, IReadOnlyList<string> languages)
    {
        _weights = weights;
        _classifier = new GramClassifier(weights);
        Languages = languages;
    }

    /// <summary>ISO 639-1 codes of the languages that can be answered.</summary>
    public IReadOnlyList<string> Languages { get; }

    internal GramClassifier Classifier => _classifier;

    internal LanguageWeights Weights => _weights;

    /// <summary>Loads the model from a folder with model.json and the file of weights that it names.</summary>
    /// <exception cref="ModelFiles.InvalidModelException">The folder is no such model, or a file does not match its SHA-256.</exception>
    public static LanguageIdentifier Load(string modelFolder)
    {
        var card = LanguageModelFolder.Open(modelFolder);
        return new LanguageIdentifier(LanguageWeights.Read(card.Weights), card.Languages);
    }

    /// <summary>
    /// The language of the text, or "unknown": too few letters, two languages at once, code, or a language that the
    /// model does not know. Reads at most the first 4,000 characters; the same text always gives the same answer.
    /// </summary>
    public LanguageGuess Identify(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Span<int> letters = stackalloc int[WritingSystems.Count];
        letters.Clear();
        using var reader = new WordReader(text, letters);
        var tally = new LetterTally(letters);
        if (tally.Total == 0)
        {
            return LanguageGuess.Unknown();
        }

        var (system, share) = tally.StrongestBeyondLatin();
        if (share < Counts)
        {
            return ByWords(reader.Words, letters[(int)WritingSystem.Latin]);
        }

        if (share < Prevails && IsSecondLanguage(reader.Words, system))
        {
            return LanguageGuess.Unknown(share);
        }

        return WritingSystems.IsShared(system)
            ? ByWords(reader.Words, letters[(int)system])
            : tally.Settled(system, share, reader.Text);
    }

    private LanguageGuess ByWords(ReadOnlySpan<char> words, int letters)
    {
        if (letters < FewestSharedLetters)
        {
            return LanguageGuess.Unknown();
        }

        var verdict = _classifier.Classify(words);
        var believed = verdict.Probability >= _classifier.Threshold(verdict.Grams) && verdict.Dissent < Mixed;
        return believed
            ? new LanguageGuess(_weights.Labels[verdict.Label], verdict.Probability)
            : LanguageGuess.Unknown(verdict.Probability);
    }

    /// <summary>Whether the words beside the strongest letters are a language of their own, not only names.</summary>
    private bool IsSecondLanguage(ReadOnlySpan<char> words, WritingSystem strongest)
    {
        if (WritingSystems.IsShared(strongest))
        {
            return false;
        }

        var verdict = _classifier.Classify(words);
        return verdict.Grams >= RestOfSecondLanguage && verdict.Probability >= _classifier.Threshold(verdict.Grams);
    }
}
