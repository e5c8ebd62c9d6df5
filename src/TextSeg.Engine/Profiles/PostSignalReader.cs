using System.Buffers;
using TextSeg.Mining.Profiles;
using TextSeg.Nlp.Cleaning;
using TextSeg.Nlp.Words;

namespace TextSeg.Engine.Profiles;

/// <summary>Reads from a cleaned post how it is written.</summary>
public static class PostSignalReader
{
    private static readonly SearchValues<char> QuestionMarks = SearchValues.Create("?？¿؟⁇⁈՞");

    private static readonly Dictionary<string, string[]> QuestionsWithoutMark = new()
    {
        ["ja"] = ["か。", "か\n"],
        ["zh"] = ["吗", "嗎"],
        ["th"] = ["ไหม", "มั้ย", "หรือเปล่า", "หรือยัง"],
    };

    /// <summary>The signals of a post.</summary>
    /// <param name="text">The post taken apart.</param>
    /// <param name="language">ISO 639-1 code, or "unknown".</param>
    /// <param name="rating">The rating it gives, in the source's unit.</param>
    public static PostSignals Read(CleanText text, string language, double? rating = null) =>
        Read(text.Prose, language, text.Code.Count > 0, text.Urls.Count, text.EmojiWords.Count, rating);

    /// <summary>The signals of a post of which the prose and some counts were kept.</summary>
    public static PostSignals Read(string prose, string language, bool hasCode, int links, int emoji, double? rating = null) => new(
        CountWords(prose, language),
        IsQuestion(prose, language),
        hasCode,
        links,
        prose.Count(c => c is '!' or '！'),
        emoji,
        PolitenessMarkers.Count(prose, language),
        rating);

    /// <summary>Words; in scripts without spaces half of the overlapping pieces, as a word there has about two characters.</summary>
    private static int CountWords(string prose, string language)
    {
        var (whole, overlapping, end) = (0, 0, 0);
        foreach (var word in WordSegmenter.Words(prose, language))
        {
            overlapping += word.Start < end ? 1 : 0;
            whole += word.Start < end ? 0 : 1;
            end = Math.Max(end, word.Start + word.Length);
        }

        return whole + (overlapping / 2);
    }

    private static bool IsQuestion(string prose, string language)
    {
        if (prose.AsSpan().ContainsAny(QuestionMarks) || (language == "el" && HasGreekMark(prose)))
        {
            return true;
        }

        return QuestionsWithoutMark.TryGetValue(language, out var endings)
            && Array.Exists(endings, ending => prose.Contains(ending, StringComparison.Ordinal) || prose.EndsWith(ending.TrimEnd('。', '\n'), StringComparison.Ordinal));
    }

    // Unicode makes the Greek question mark (U+037E) a semicolon; the Greek semicolon is a raised point, so a closing ';' asks.
    private static bool HasGreekMark(string prose)
    {
        for (var at = prose.IndexOf(';', StringComparison.Ordinal); at >= 0; at = prose.IndexOf(';', at + 1))
        {
            if (at > 0 && char.IsLetterOrDigit(prose[at - 1]) && (at + 1 == prose.Length || char.IsWhiteSpace(prose[at + 1])))
            {
                return true;
            }
        }

        return false;
    }
}
