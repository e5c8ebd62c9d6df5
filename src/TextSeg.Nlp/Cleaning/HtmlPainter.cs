using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;

namespace TextSeg.Nlp.Cleaning;

/// <summary>
/// Paints HTML: tags away, <c>pre</c> as code, <c>blockquote</c> and what forums and mail programs wrap quotes in as quotes.
/// Reads tags, not a tree, so tags that never close or close in a wrong order do no harm.
/// </summary>
internal sealed class HtmlPainter
{
    private const int MostOpenQuotes = 8;

    private readonly TextCanvas canvas;
    private readonly List<OpenElement> open = [];
    private string? unread;
    private int unreadStart;

    private HtmlPainter(TextCanvas canvas) => this.canvas = canvas;

    /// <summary>Paints the prose of <paramref name="canvas"/>. Text without a tag is left as it is.</summary>
    public static void Paint(TextCanvas canvas)
    {
        string view = canvas.ProseView();
        if (view.Contains('<', StringComparison.Ordinal))
        {
            new HtmlPainter(canvas).Paint(view);
        }
    }

    private void Paint(string view)
    {
        using var source = new TextSource(view);
        using var tokenizer = new HtmlTokenizer(source, HtmlEntityProvider.Resolver)
        {
            IsNotConsumingCharacterReferences = true,
            IsSupportingProcessingInstructions = true,
        };
        TextRange range = default;
        tokenizer.OnToken = (_, tokenRange) => range = tokenRange;
        HtmlToken token;
        while ((token = tokenizer.Get()).Type != HtmlTokenType.EndOfFile)
        {
            // AngleSharp counts positions from 1.
            int start = range.Start.Position - 1;
            int end = Math.Min(range.End.Position - 1, view.Length);
            if (token.Type == HtmlTokenType.Character || end <= start || view[end - 1] != '>')
            {
                continue;
            }

            PaintToken(token, start, end, view);
        }
    }

    private void PaintToken(HtmlToken token, int start, int end, string view)
    {
        if (token.Type is HtmlTokenType.Comment or HtmlTokenType.Doctype)
        {
            // "<?" and "</ " become comments too, "<!" opens a real one.
            if (view.AsSpan(start).StartsWith("<!") || view.AsSpan(start).StartsWith("<?xml"))
            {
                canvas.Paint(start, end, TextRole.Markup);
            }

            return;
        }

        if (!HtmlElements.TryGetRole(token.Name, out TextRole role) || IsTypeName(token, view.AsSpan(start, end - start)))
        {
            return;
        }

        canvas.Paint(start, end, role);
        if (token.Type == HtmlTokenType.StartTag)
        {
            Open(token.AsTag(), start, end, view);
        }
        else if (token.Type == HtmlTokenType.EndTag)
        {
            Close(token.Name, start, end);
        }
    }

    /// <summary>True for <c>&lt;Input&gt;</c> as in <c>List&lt;Input&gt;</c>: a capital, then small letters, and no attribute.</summary>
    private static bool IsTypeName(HtmlToken token, ReadOnlySpan<char> tag) =>
        token.Type == HtmlTokenType.StartTag && tag.Length == token.Name.Length + 2 && token.Name.Length > 1
        && char.IsAsciiLetterUpper(tag[1]) && tag[2..^1].ContainsAnyInRange('a', 'z');

    private void Open(HtmlTagToken tag, int start, int end, string view)
    {
        if (unread is not null)
        {
            return;
        }

        if (HtmlElements.IsUnread(tag.Name))
        {
            (unread, unreadStart) = (tag.Name, start);
        }
        else if (tag.Name == "img")
        {
            KeepEmojiName(tag, start, end, view);
        }
        else if (tag.Name is "pre" or "blockquote" or "aside" or "div" or "code" && open.Count < MostOpenQuotes * 4)
        {
            open.Add(new OpenElement(tag.Name, start, end, OriginOf(tag)));
        }
    }

    private void Close(string name, int start, int end)
    {
        if (unread is not null)
        {
            if (name == unread)
            {
                canvas.Paint(unreadStart, end, TextRole.Break);
                unread = null;
            }

            return;
        }

        int at = open.FindLastIndex(element => element.Name == name);
        if (at < 0)
        {
            return;
        }

        OpenElement element = open[at];
        open.RemoveAt(at);
        bool insideCode = open.Exists(outer => outer.Name == "pre");
        bool manyLines = canvas.Characters[element.End..start].Contains('\n');
        if (!insideCode && (name == "pre" || (name == "code" && manyLines)))
        {
            canvas.PaintCode(element.Start, end, new TextSpan(element.End, start));
        }
        else if (element.Origin is not null && open.Count(outer => outer.Origin is not null) < MostOpenQuotes)
        {
            canvas.Quotes.Add(new QuoteRange(element.Start, end, element.Origin));
        }
    }

    private static QuoteOrigin? OriginOf(HtmlTagToken tag)
    {
        string kind = tag.GetAttribute("class") ?? "";
        bool quoting = tag.Name == "blockquote"
            || (tag.Name == "aside" && kind.Contains("quote", StringComparison.Ordinal))
            || (tag.Name == "div" && (kind.Contains("gmail_quote", StringComparison.Ordinal) || kind.Contains("yahoo_quoted", StringComparison.Ordinal)));
        return quoting
            ? new QuoteOrigin(
                First(tag, "data-username", "data-author", "data-quote"), First(tag, "data-post", "data-source"), First(tag, "data-topic"))
            : null;
    }

    private static string? First(HtmlTagToken tag, params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            if (tag.GetAttribute(name) is { Length: > 0 } value)
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>Forums show an emoji as a picture whose alternative text is its name or the emoji itself: that text stays.</summary>
    private void KeepEmojiName(HtmlTagToken tag, int start, int end, string view)
    {
        string name = tag.GetAttribute("alt") ?? "";
        if (name.Length > 0 && (tag.GetAttribute("class") ?? "").Contains("emoji", StringComparison.Ordinal))
        {
            int at = view.IndexOf(name, start, end - start, StringComparison.Ordinal);
            if (at >= 0)
            {
                canvas.Paint(at, at + name.Length, TextRole.Prose);
            }
        }
    }

    private sealed record OpenElement(string Name, int Start, int End, QuoteOrigin? Origin);
}
