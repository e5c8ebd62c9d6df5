using System.Collections.Frozen;
using System.Text;

namespace TextSeg.Nlp.Words;

/// <summary>
/// Cuts text into words, in the spirit of UAX #29 (Unicode text segmentation), with the identifiers of technical talk kept
/// whole (C++, C#, node.js, snake_case). Scripts that do not part words are cut without a dictionary into overlapping pieces:
/// two Chinese or Japanese characters, three clusters of Thai, Lao, Burmese or Khmer; counts over a corpus tell which are words.
/// </summary>
public static class WordSegmenter
{
    private const int LongestWord = 64;

    /// <summary>The words of a text in order. Overlapping pieces share characters.</summary>
    /// <param name="text">Clean prose.</param>
    /// <param name="language">ISO 639-1 code for the stop words; "unknown" for none.</param>
    public static IReadOnlyList<Word> Words(string text, string language)
    {
        ArgumentNullException.ThrowIfNull(text);
        FrozenSet<string> stopWords = StopWords.SetFor(language);
        var words = new List<Word>(text.Length / 5);
        for (int at = 0; at < text.Length;)
        {
            WordScript script = WordScripts.Of(text, at);
            int end = script switch
            {
                WordScript.Letter => EndOfWord(text, at),
                WordScript.Ideograph or WordScript.Katakana or WordScript.Cluster => EndOfRun(text, at, script),
                _ => at + 1,
            };
            if (script == WordScript.Ideograph)
            {
                AddPieces(text, CharacterStarts(text, at, end), 2, stopWords, words);
            }
            else if (script == WordScript.Cluster)
            {
                AddPieces(text, ClusterStarts(text, at, end), 3, stopWords, words);
            }
            else if (script != WordScript.None && script != WordScript.Mark)
            {
                AddWord(text, at, end, stopWords, words);
            }

            at = end;
        }

        return words;
    }

    /// <summary>The normal form of a word or phrase: NFKC, lower case, straight apostrophes.</summary>
    public static string Normalize(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        string plain = Ascii.IsValid(word) ? word : word.Normalize(NormalizationForm.FormKC).Replace('’', '\'');
        return plain.ToLowerInvariant();
    }

    private static void AddWord(string text, int start, int end, FrozenSet<string> stopWords, List<Word> words)
    {
        if (end - start > LongestWord)
        {
            return;
        }

        string normal = Normalize(text[start..end]);
        bool stop = normal.Length == 1 || stopWords.Contains(normal) || IsNumber(normal) || IsContraction(normal, stopWords);
        words.Add(new Word(normal, start, end - start, stop));
    }

    private static void AddPieces(string text, List<int> starts, int size, FrozenSet<string> stopWords, List<Word> words)
    {
        int units = starts.Count - 1;
        int length = Math.Min(size, units);
        bool afterListed = false;
        for (int i = 0; i + length <= units; i++)
        {
            string piece = Normalize(text[starts[i]..starts[i + length]]);
            bool listed = stopWords.Contains(piece);

            // A piece that shares a character with a listed one is no word: 昨日 leaves nothing of 日雪.
            if (listed && i > 0 && size == 2)
            {
                words[^1] = words[^1] with { StopWord = true };
            }

            words.Add(new Word(piece, starts[i], starts[i + length] - starts[i], listed || afterListed || IsFunctionPiece(piece, size, stopWords)));
            afterListed = listed && size == 2;
        }
    }

    /// <summary>
    /// A lone character; a piece with Hiragana, which writes endings and particles; a piece of Thai that lies within a listed word.
    /// </summary>
    private static bool IsFunctionPiece(string piece, int size, FrozenSet<string> stopWords) =>
        piece.Length == 1
        || (size == 2 ? piece.AsSpan().ContainsAnyInRange('\u3041', '\u309F') : stopWords.Any(word => word.Contains(piece, StringComparison.Ordinal)));

    private static int EndOfWord(string text, int start)
    {
        int end = start + 1;
        while (end < text.Length)
        {
            WordScript next = WordScripts.Of(text, end);
            if (next is not (WordScript.Letter or WordScript.Mark) && !Joins(text, end))
            {
                break;
            }

            end++;
        }

        ReadOnlySpan<char> ahead = text.AsSpan(end);
        bool shortName = end - start <= 2 && char.IsAsciiLetter(text[start]);
        if (shortName && ahead.StartsWith("++"))
        {
            return end + 2;
        }

        bool sharp = shortName && ahead.StartsWith("#") && (ahead.Length == 1 || !char.IsLetterOrDigit(ahead[1]));
        return sharp ? end + 1 : end;
    }

    /// <summary>True for a sign inside a word: an apostrophe or hyphen between letters, a point as in "node.js" or "1.5".</summary>
    private static bool Joins(string text, int at)
    {
        if (at + 1 >= text.Length || WordScripts.Of(text, at + 1) != WordScript.Letter || text[at + 1] == '_')
        {
            return false;
        }

        char before = text[at - 1];
        char after = text[at + 1];
        return text[at] switch
        {
            '\'' or '’' or '·' or '״' or '׳' => char.IsLetter(before) && char.IsLetter(after),
            '-' or '\u2010' or '\u2011' => char.IsLetterOrDigit(before),
            '.' => (char.IsDigit(before) && char.IsDigit(after)) || (char.IsAsciiLetterOrDigit(before) && char.IsAsciiLetterLower(after)),
            ',' => char.IsDigit(before) && char.IsDigit(after),
            _ => false,
        };
    }

    private static int EndOfRun(string text, int start, WordScript script)
    {
        int end = start + 1;
        while (end < text.Length && (WordScripts.Of(text, end) == script || WordScripts.Of(text, end) == WordScript.Mark))
        {
            end++;
        }

        return end;
    }

    private static List<int> CharacterStarts(string text, int start, int end)
    {
        var starts = new List<int>(end - start + 1);
        for (int at = start; at < end; at++)
        {
            if (!char.IsLowSurrogate(text[at]) && WordScripts.Of(text, at) != WordScript.Mark)
            {
                starts.Add(at);
            }
        }

        starts.Add(end);
        return starts;
    }

    private static List<int> ClusterStarts(string text, int start, int end)
    {
        var starts = new List<int>(end - start + 1) { start };
        for (int at = start + 1; at < end; at++)
        {
            if (!WordScripts.EndsCluster(text[at]) && !WordScripts.IsLeadingVowel(text[at - 1]))
            {
                starts.Add(at);
            }
        }

        starts.Add(end);
        return starts;
    }

    private static bool IsNumber(string word)
    {
        foreach (char c in word)
        {
            if (!char.IsDigit(c) && c is not ('.' or ',' or '-' or '_'))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>"they're", "l'", "dell'": stop words joined by an apostrophe.</summary>
    private static bool IsContraction(string word, FrozenSet<string> stopWords)
    {
        int mark = word.IndexOf('\'', StringComparison.Ordinal);
        return mark > 0 && stopWords.Contains(word[..mark]) && (mark >= word.Length - 3 || stopWords.Contains(word[(mark + 1)..]));
    }
}
