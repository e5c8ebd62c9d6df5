using System.Text;

namespace TextSeg.Engine.Samples.Phrases;

/// <summary>Chooses between "a" and "an": grammars write "a" and cannot know which word or number a draw puts behind it.</summary>
internal static class EnglishArticle
{
    /// <summary>True when the text ends with the word "a" and a space, and the next piece starts with the sound of a vowel.</summary>
    public static bool NeedsN(StringBuilder text, string next) =>
        text.Length >= 2 && text[^1] == ' ' && text[^2] is 'a' or 'A'
        && (text.Length == 2 || text[^3] is ' ' or '\n' or '(')
        && StartsWithVowel(next);

    private static bool StartsWithVowel(string next) => next[0] switch
    {
        'a' or 'e' or 'i' or 'o' or 'A' or 'E' or 'I' => !next.StartsWith("one", StringComparison.Ordinal),
        '8' => true,
        '1' => next is "11" or "18",
        _ => false,
    };
}
