namespace TextSeg.Nlp.Cleaning;

/// <summary>
/// Takes a post apart: the author's words, and beside them code, quotes of others, links, mentions and the signature.
/// Never throws on bad mark-up; takes time linear in the length of the post. Thread-safe.
/// </summary>
/// <param name="sourceFormat">How posts of this source are marked up; null guesses for each post.</param>
public sealed class TextCleaner(TextFormat? sourceFormat = null)
{
    /// <summary>Cleans one post.</summary>
    /// <param name="raw">The text as the source gave it.</param>
    /// <param name="format">How it is marked up; null takes the source's format.</param>
    public CleanText Clean(string raw, TextFormat? format = null)
    {
        ArgumentNullException.ThrowIfNull(raw);
        TextFormat read = format ?? sourceFormat ?? FormatGuess.Of(raw);
        var canvas = new TextCanvas(raw);
        PaintMarkup(canvas, read);
        ReplyPainter.Paint(canvas, markedLines: read != TextFormat.Html);
        CodeLinePainter.Paint(canvas);
        LinkPainter.Paint(canvas);
        EntityPainter.Paint(canvas);
        return CanvasReader.Read(canvas, read);
    }

    private static void PaintMarkup(TextCanvas canvas, TextFormat format)
    {
        if (format != TextFormat.Html)
        {
            SignaturePainter.Paint(canvas);
        }

        if (format is TextFormat.Markdown or TextFormat.Discourse)
        {
            MarkdownPainter.Paint(canvas);
        }

        if (format is TextFormat.BBCode or TextFormat.Discourse)
        {
            BBCodePainter.Paint(canvas);
        }

        if (format is TextFormat.Html or TextFormat.Markdown or TextFormat.Discourse)
        {
            HtmlPainter.Paint(canvas);
        }

        if (format == TextFormat.Html)
        {
            canvas.JoinLines();
            SignaturePainter.Paint(canvas);
        }
    }
}
