namespace TextSeg.Nlp.Languages;

/// <summary>The language of a text, as far as it can be told.</summary>
/// <param name="Language">ISO 639-1 code, or <see cref="UnknownLanguage"/>.</param>
/// <param name="Confidence">
/// Between 0 and 1. Where letters alone settle the language, the share of the text in those letters; else the
/// probability given to it by the model. For "unknown", that of the best language that was not believed.
/// </param>
public readonly record struct LanguageGuess(string Language, double Confidence)
{
    /// <summary>Said of text that is too short, mixed, not prose, or in a language that the model does not know.</summary>
    public const string UnknownLanguage = "unknown";

    public bool IsKnown => Language != UnknownLanguage;

    internal static LanguageGuess Unknown(double confidence = 0) => new(UnknownLanguage, confidence);
}
