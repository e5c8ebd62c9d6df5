using System.Buffers;
using System.Net;

namespace TextSeg.Nlp.Cleaning;

/// <summary>
/// Reads what stands after "quote" in a BBCode tag: <c>"name, post:3, topic:12"</c> (Discourse),
/// <c>name post_id=3 user_id=5</c> (phpBB), <c>name;3</c> (vBulletin), <c>"name, post: 3, member: 5"</c> (XenForo).
/// </summary>
internal static class QuoteAttributes
{
    private const string QuoteMarks = "\"'“”„«»‘’";

    private static readonly SearchValues<char> QuoteMarkSet = SearchValues.Create(QuoteMarks);

    /// <summary>Never fails: what cannot be read is no author.</summary>
    public static QuoteOrigin Read(ReadOnlySpan<char> value)
    {
        string text = WebUtility.HtmlDecode(value.ToString()).Trim();
        string? post = Number(text, "post_id=") ?? Number(text, "post:") ?? Number(text, "post=");
        string? topic = Number(text, "topic:") ?? Number(text, "topic=");
        if (text.StartsWith("name=", StringComparison.OrdinalIgnoreCase))
        {
            text = text[5..];
        }

        int semicolon = text.LastIndexOf(';');
        if (post is null && semicolon > 0 && Number(text[semicolon..], ";") is { } number)
        {
            (post, text) = (number, text[..semicolon]);
        }

        string author = NamePart(text);
        return new QuoteOrigin(author.Length == 0 ? null : author, post, topic);
    }

    private static string NamePart(string text)
    {
        if (text.Length > 1 && QuoteMarks.Contains(text[0], StringComparison.Ordinal))
        {
            int close = text.AsSpan(1).IndexOfAny(QuoteMarkSet);
            text = close < 0 ? text[1..] : text[1..(close + 1)];
        }

        foreach (string mark in (ReadOnlySpan<string>)[", post:", ", topic:", ", username:", ", full:", " post_id=", " time=", " user_id=", " post=", " date="])
        {
            int at = text.IndexOf(mark, StringComparison.OrdinalIgnoreCase);
            text = at < 0 ? text : text[..at];
        }

        return text.Trim().Trim(QuoteMarks.ToCharArray()).Trim().TrimEnd(',');
    }

    private static string? Number(string text, string mark)
    {
        int at = text.IndexOf(mark, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return null;
        }

        ReadOnlySpan<char> rest = text.AsSpan(at + mark.Length).TrimStart(" \"'");
        int length = 0;
        while (length < rest.Length && char.IsAsciiDigit(rest[length]))
        {
            length++;
        }

        return length == 0 ? null : rest[..length].ToString();
    }
}
