namespace TextSeg.Nlp.Classifiers;

/// <summary>Finds the few words with which a sentence opens, before its first comma or exclamation mark: "Wonderful, it broke again".</summary>
internal static class SentenceOpening
{
    private const string Marks = ",!，、！";
    private const int MostWords = 3;

    /// <summary>Longest opening in a script without blanks between words.</summary>
    private const int MostLetters = 10;

    private const int FewestWordsAfter = 3;

    /// <summary>The opening and what is after it, in positions of the sentence; null where there is none, or too little after it.</summary>
    /// <param name="sentence">One sentence.</param>
    /// <param name="isSpaced">Whether blanks stand between its words.</param>
    public static (TextSpan Opening, TextSpan After)? Find(ReadOnlySpan<char> sentence, bool isSpaced)
    {
        var mark = sentence.IndexOfAny(Marks);
        if (mark <= 0 || !IsShort(sentence[..mark], isSpaced))
        {
            return null;
        }

        var after = mark + sentence[mark..].IndexOfAnyExcept(Marks + " ");
        return after > mark && (!isSpaced || Words(sentence[after..]) >= FewestWordsAfter)
            ? (new TextSpan(0, mark), new TextSpan(after, sentence.Length))
            : null;
    }

    /// <summary>Whether a text is as short as an opening.</summary>
    public static bool IsShort(ReadOnlySpan<char> text, bool isSpaced) => isSpaced ? Words(text) <= MostWords : text.Length <= MostLetters;

    /// <summary>Words of a text with blanks between them.</summary>
    public static int Words(ReadOnlySpan<char> text) => text.Trim().Count(' ') + 1;
}
