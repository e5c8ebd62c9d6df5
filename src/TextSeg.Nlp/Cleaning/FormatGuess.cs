using AngleSharp.Text;

namespace TextSeg.Nlp.Cleaning;

/// <summary>Guesses the format of a post from the marks in it. A lone "&lt;" or "*" is no mark.</summary>
internal static class FormatGuess
{
    private const int LongestTag = 2000;

    private static readonly string[] MarkdownSigns = ["](http", "](/", "](upload:", "![", "\n# ", "\n## ", "\n### ", "\n> ", "\n- [", "<https://", "<http://"];

    /// <summary>The format of <paramref name="raw"/>; <see cref="TextFormat.Plain"/> when nothing speaks for another.</summary>
    public static TextFormat Of(string raw)
    {
        bool html = HasElement(raw);
        bool code = HasPairedTag(raw);
        bool markdown = HasMarkdown(raw);
        return (html, code, markdown) switch
        {
            (true, false, false) => TextFormat.Html,
            (false, true, false) => TextFormat.BBCode,
            (false, false, true) => TextFormat.Markdown,
            (false, false, false) => StartsWithHeaders(raw) ? TextFormat.Email : TextFormat.Plain,
            _ => TextFormat.Discourse,
        };
    }

    private static bool HasElement(string raw)
    {
        for (int at = raw.IndexOf('<', StringComparison.Ordinal); at >= 0; at = raw.IndexOf('<', at + 1))
        {
            int start = at + (at + 1 < raw.Length && raw[at + 1] == '/' ? 2 : 1);
            int end = start;
            while (end < raw.Length && end - start < 12 && char.IsAsciiLetterOrDigit(raw[end]))
            {
                end++;
            }

            bool ends = end > start && end < raw.Length && raw[end] is '>' or '/' or ' ';
            if (ends && HtmlElements.TryGetRole(raw[start..end].ToLowerInvariant(), out _) && raw.AsSpan(end, Math.Min(LongestTag, raw.Length - end)).Contains('>'))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasPairedTag(string raw)
    {
        for (int at = raw.IndexOf("[/", StringComparison.Ordinal); at >= 0; at = raw.IndexOf("[/", at + 2, StringComparison.Ordinal))
        {
            if (BBCodeTag.TryRead(raw, at, out _))
            {
                return true;
            }
        }

        return raw.Contains("[code]", StringComparison.OrdinalIgnoreCase) || raw.Contains("[quote", StringComparison.OrdinalIgnoreCase);
    }

    private static bool HasMarkdown(string raw)
    {
        if (raw.StartsWith("```", StringComparison.Ordinal) || raw.Contains("\n```", StringComparison.Ordinal) || HasPair(raw, "**") || HasPair(raw, "`"))
        {
            return true;
        }

        foreach (string sign in MarkdownSigns)
        {
            if (raw.Contains(sign, StringComparison.Ordinal) || (sign[0] == '\n' && raw.AsSpan().StartsWith(sign.AsSpan(1))))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True when the mark opens at a word's start and closes at a word's end in the same line.</summary>
    private static bool HasPair(string raw, string mark)
    {
        int at = raw.IndexOf(mark, StringComparison.Ordinal);
        while (at >= 0)
        {
            int inside = at + mark.Length;
            int close = inside < raw.Length ? raw.IndexOf(mark, inside + 1 < raw.Length ? inside + 1 : inside, StringComparison.Ordinal) : -1;
            if (close < 0)
            {
                return false;
            }

            bool opens = (at == 0 || !char.IsLetterOrDigit(raw[at - 1])) && !raw[inside].IsSpaceCharacter() && raw[inside] != mark[0];
            if (opens && !raw[close - 1].IsSpaceCharacter() && !raw.AsSpan(at, close - at).Contains('\n'))
            {
                return true;
            }

            at = raw.IndexOf(mark, close, StringComparison.Ordinal);
            at = at == close ? raw.IndexOf(mark, close + mark.Length, StringComparison.Ordinal) : at;
        }

        return false;
    }

    private static bool StartsWithHeaders(string raw)
    {
        ReadOnlySpan<char> text = raw.AsSpan().TrimStart();
        int headers = 0;
        foreach (ReadOnlySpan<char> line in text.EnumerateLines())
        {
            if (!ReplyMarks.IsHeader(line) || ++headers == 3)
            {
                break;
            }
        }

        return headers == 3;
    }
}
