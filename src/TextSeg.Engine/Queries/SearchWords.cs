using System.Text;
using System.Text.RegularExpressions;

namespace TextSeg.Engine.Queries;

/// <summary>
/// Makes text searchable whose script has no spaces: Chinese, Japanese, Korean and Thai become overlapping pairs of characters,
/// in the index and in questions alike. Other scripts are left to the full-text index, which folds case and accents.
/// </summary>
internal static partial class SearchWords
{
    private const int MostWords = 64;

    /// <summary>The text as it goes into the index.</summary>
    public static string ForIndex(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\u0E00', '\uFFEF'))
        {
            return text;
        }

        var words = new StringBuilder(text.Length * 2);
        for (var i = 0; i < text.Length; i++)
        {
            if (!IsUnspaced(text[i]))
            {
                words.Append(text[i]);
                continue;
            }

            var last = i + 1 >= text.Length || !IsUnspaced(text[i + 1]);
            var alone = last && (i == 0 || !IsUnspaced(text[i - 1]));
            if (!last || alone)
            {
                words.Append(' ').Append(text, i, last ? 1 : 2).Append(' ');
            }
        }

        return words.ToString();
    }

    /// <summary>The words of a question, quoted as the index reads them.</summary>
    public static IReadOnlyList<string> Of(string question) =>
        [.. Word().Matches(ForIndex(question)).Select(match => match.Value).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostWords).Select(word => $"\"{word}\"")];

    /// <summary>A question of which any word may match, and more matches rank higher.</summary>
    public static string AnyOf(IEnumerable<string> words) => string.Join(" OR ", words);

    /// <summary>
    /// A question in the index's own language: any of its words may match, and more matches rank higher.
    /// Null when the question has no word.
    /// </summary>
    public static string? ForQuery(string question) => Of(question) is { Count: > 0 } words ? AnyOf(words) : null;

    private static bool IsUnspaced(char c) =>
        c is >= '\u0E00' and <= '\u0EFF' or >= '\u1000' and <= '\u109F' or >= '\u1780' and <= '\u17FF'
            or >= '\u3040' and <= '\u30FF' or >= '\u3400' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7AF' or >= '\uF900' and <= '\uFAFF';

    [GeneratedRegex(@"[\p{L}\p{N}\p{M}]+")]
    private static partial Regex Word();
}
