namespace TextSeg.Nlp.Cleaning;

/// <summary>
/// Paints BBCode. A tag counts only with its partner, so <c>a[i]</c> stays; tags that stand alone
/// (<c>[*]</c>, <c>[hr]</c>) and an empty <c>[code]</c> line, which exports leave where code was, are taken away.
/// </summary>
internal sealed class BBCodePainter
{
    private const int MostOpenQuotes = 8;

    private readonly TextCanvas canvas;
    private readonly Dictionary<string, Stack<BBCodeTag>> open = [];
    private readonly Dictionary<string, int> lastClosing = [];

    private BBCodePainter(TextCanvas canvas) => this.canvas = canvas;

    /// <summary>Paints the prose of <paramref name="canvas"/>.</summary>
    public static void Paint(TextCanvas canvas)
    {
        string view = canvas.ProseView();
        if (view.Contains('[', StringComparison.Ordinal))
        {
            new BBCodePainter(canvas).Paint(view);
        }
    }

    private void Paint(string view)
    {
        int at = 0;
        while ((at = view.IndexOf('[', at)) >= 0)
        {
            at = BBCodeTag.TryRead(view, at, out BBCodeTag tag) ? Read(tag, view) : at + 1;
        }
    }

    /// <summary>Takes one tag; returns where reading goes on.</summary>
    private int Read(BBCodeTag tag, string view)
    {
        if (tag.StandsAlone)
        {
            canvas.Paint(tag.Start, tag.End, TextRole.Break);
        }
        else if (!tag.Closing && tag.IsCode)
        {
            return ReadCode(tag, view);
        }
        else if (!tag.Closing)
        {
            OpenTags(tag.Name).Push(tag);
        }
        else if (OpenTags(tag.Name).Count > 0)
        {
            Close(tag, view);
        }
        else if (tag.Name == "quote" || tag.IsCode)
        {
            canvas.Paint(tag.Start, tag.End, TextRole.Break);
        }

        return tag.End;
    }

    /// <summary>Open tags of one name; names do not see each other, so tags may cross.</summary>
    private Stack<BBCodeTag> OpenTags(string name)
    {
        if (!open.TryGetValue(name, out Stack<BBCodeTag>? tags))
        {
            open[name] = tags = new Stack<BBCodeTag>();
        }

        return tags;
    }

    private int ReadCode(BBCodeTag tag, string view)
    {
        string closing = $"[/{tag.Name}]";
        if (!lastClosing.TryGetValue(closing, out int last))
        {
            last = view.LastIndexOf(closing, StringComparison.OrdinalIgnoreCase);
            lastClosing[closing] = last;
        }

        if (last < tag.End)
        {
            if (view.AsSpan(tag.End).TrimStart(' ') is [] or ['\n', ..] or ['\r', ..])
            {
                canvas.Paint(tag.Start, tag.End, TextRole.Break);
            }

            return tag.End;
        }

        int end = view.IndexOf(closing, tag.End, StringComparison.OrdinalIgnoreCase);
        bool inline = !view.AsSpan(tag.End, end - tag.End).Contains('\n') && end - tag.End <= 40;
        if (inline)
        {
            canvas.Paint(tag.Start, tag.End, TextRole.Markup);
            canvas.Paint(end, end + closing.Length, TextRole.Markup);
        }
        else
        {
            canvas.PaintCode(tag.Start, end + closing.Length, new TextSpan(tag.End, end));
        }

        return end + closing.Length;
    }

    private void Close(BBCodeTag closing, string view)
    {
        BBCodeTag opening = OpenTags(closing.Name).Pop();
        if (opening.HoldsAddress)
        {
            canvas.Paint(opening.Start, closing.End, TextRole.Link);
            return;
        }

        canvas.Paint(opening.Start, opening.End, opening.Role);
        canvas.Paint(closing.Start, closing.End, closing.Role);
        if (opening.Name == "quote" && OpenTags("quote").Count < MostOpenQuotes)
        {
            canvas.Quotes.Add(new QuoteRange(opening.Start, closing.End, QuoteAttributes.Read(opening.Value(view))));
        }
        else if (opening.Name is "url" or "link" && opening.Value(view).Length > 0)
        {
            canvas.Paint(opening.ValueStart, opening.End - 1, TextRole.Link);
        }
    }
}
