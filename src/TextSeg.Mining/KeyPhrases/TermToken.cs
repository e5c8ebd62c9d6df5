namespace TextSeg.Mining.KeyPhrases;

/// <summary>One word of a post as key phrases see it.</summary>
/// <param name="Form">The normal form that is counted; empty marks a break that no phrase crosses (punctuation, end of line).</param>
/// <param name="Surface">The word as written, for showing.</param>
/// <param name="IsStopWord">A function word: never at the ends of a phrase, and inside one only when it links.</param>
/// <param name="IsLink">A function word that may stand inside a phrase, as "of" in "quality of life".</param>
/// <param name="StartsSentence">The first word of a sentence: its capital says nothing of how it is written.</param>
public readonly record struct TermToken(string Form, string Surface, bool IsStopWord, bool IsLink = false, bool StartsSentence = false)
{
    /// <summary>A break that no phrase crosses.</summary>
    public static TermToken Break => new("", "", false);
}
