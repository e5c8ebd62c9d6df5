namespace TextSeg.Nlp.Tokenizers.Normalizers;

/// <summary>The clean-up of BERT: clean text, space CJK ideographs, strip accents, lower case.</summary>
internal static class BertNormalizer
{
    /// <param name="cleanText">Drop control characters and turn all white space into spaces.</param>
    /// <param name="handleChineseChars">Put spaces around CJK ideographs.</param>
    /// <param name="stripAccents">Decompose and drop nonspacing marks; null: as <paramref name="lowercase"/>.</param>
    /// <param name="lowercase">Write in lower case.</param>
    public static Normalizer Create(bool cleanText, bool handleChineseChars, bool? stripAccents, bool lowercase)
    {
        var steps = new List<Normalizer>();
        if (cleanText)
        {
            steps.Add(CharacterFilter.CleanText());
        }

        if (handleChineseChars)
        {
            steps.Add(new ChineseCharacterSpacer());
        }

        if (stripAccents ?? lowercase)
        {
            steps.Add(new UnicodeNormalizer(System.Text.NormalizationForm.FormD));
            steps.Add(CharacterFilter.StripNonspacingMarks());
        }

        if (lowercase)
        {
            steps.Add(new LowercaseNormalizer());
        }

        return new SequenceNormalizer(steps);
    }
}
