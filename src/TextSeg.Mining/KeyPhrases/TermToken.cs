namespace TextSeg.Mining.KeyPhrases;

/// <summary>One word of a post as key phrases see it.</summary>
/// <param name="Form">The normal form that is counted; empty marks a break that no phrase crosses (punctuation, end of line).</param>
/// <param name="Surface">The word as written, for showing.</param>
/// <param name="IsStopWord">A function word: it may stand inside a phrase, never at its ends.</param>
public readonly record struct TermToken(string Form, string Surface, bool IsStopWord)
{
    /// <summary>A break that no phrase crosses.</summary>
    public static TermToken Break => new("", "", false);
}
