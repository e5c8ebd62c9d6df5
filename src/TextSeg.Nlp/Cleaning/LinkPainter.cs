using System.Buffers;
using System.Collections.Frozen;

namespace TextSeg.Nlp.Cleaning;

/// <summary>Finds addresses of web pages and @names in prose.</summary>
internal static class LinkPainter
{
    private static readonly SearchValues<char> Starts = SearchValues.Create(":.@");

    private static readonly SearchValues<char> EndsAddress = SearchValues.Create(" \t\r\n<>\"“”«»，。、！？）】");

    private static readonly FrozenSet<string> TopDomains =
        "com org net io dev edu gov info me tv ly gl be co app ai eu de uk fr es it nl se no dk fi pl cz ru ua tr jp kr cn vn in id br pt ro hu gr il th us ca au ch at".Split(' ').ToFrozenSet();

    /// <summary>Paints the prose of <paramref name="canvas"/>.</summary>
    public static void Paint(TextCanvas canvas)
    {
        string view = canvas.ProseView();
        int at = 0;
        while (at < view.Length)
        {
            int step = view.AsSpan(at).IndexOfAny(Starts);
            if (step < 0)
            {
                return;
            }

            int mark = at + step;
            at = view[mark] == '@' ? ReadMention(canvas, view, mark) : ReadAddress(canvas, view, mark, at);
        }
    }

    private static int ReadMention(TextCanvas canvas, string view, int mark)
    {
        bool free = mark == 0 || !(char.IsLetterOrDigit(view[mark - 1]) || view[mark - 1] is '_' or '.' or '/' or '-' or '@');
        int end = mark + 1;
        while (end < view.Length && (char.IsLetterOrDigit(view[end]) || view[end] is '_' or '-' or '.'))
        {
            end++;
        }

        while (end > mark + 1 && view[end - 1] is '-' or '.')
        {
            end--;
        }

        if (free && end > mark + 1 && end - mark <= 61)
        {
            canvas.Paint(mark, end, TextRole.Mention);
        }

        return end;
    }

    /// <summary>Reads the address around the "." or ":" at <paramref name="mark"/>; never looks back beyond <paramref name="floor"/>.</summary>
    private static int ReadAddress(TextCanvas canvas, string view, int mark, int floor)
    {
        int start = mark;
        while (start > floor && (char.IsAsciiLetterOrDigit(view[start - 1]) || view[start - 1] is '-' or '+'))
        {
            start--;
        }

        ReadOnlySpan<char> word = view.AsSpan(start, mark - start);
        bool scheme = view[mark] == ':' && word.Length > 1 && view.AsSpan(mark).StartsWith("://");
        bool web = view[mark] == '.' && word.Equals("www", StringComparison.OrdinalIgnoreCase);
        if (!scheme && !web && !IsHostWithPath(view, start, mark))
        {
            return mark + 1;
        }

        int length = view.AsSpan(start).IndexOfAny(EndsAddress);
        int end = TrimPunctuation(view, start, length < 0 ? view.Length : start + length);
        if (end - mark < 4)
        {
            return mark + 1;
        }

        canvas.Paint(start, end, TextRole.Link);
        return end;
    }

    /// <summary>True for <c>name.tld/path</c> without a scheme.</summary>
    private static bool IsHostWithPath(string view, int start, int mark)
    {
        if (view[mark] != '.' || mark == start)
        {
            return false;
        }

        int slash = mark;
        int lastDot = mark;
        while (slash < view.Length && slash - start < 80 && (char.IsAsciiLetterOrDigit(view[slash]) || view[slash] is '-' or '.'))
        {
            lastDot = view[slash] == '.' ? slash : lastDot;
            slash++;
        }

        bool path = slash + 1 < view.Length && view[slash] == '/' && char.IsLetterOrDigit(view[slash + 1]);
        return path && TopDomains.Contains(view[(lastDot + 1)..slash]);
    }

    private static int TrimPunctuation(string view, int start, int end)
    {
        int balance = view.AsSpan(start, end - start).Count('(') - view.AsSpan(start, end - start).Count(')');
        while (end > start && view[end - 1] is '.' or ',' or ';' or ':' or '!' or '?' or '\'' or ']' or '*' or '_' or '|' or '…' or '’' || (view[end - 1] == ')' && balance < 0))
        {
            balance += view[end - 1] == ')' ? 1 : 0;
            end--;
        }

        return end;
    }
}
