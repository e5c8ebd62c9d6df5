using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace TextSeg.Nlp.Cleaning;

/// <summary>Carries the roles of one parsed part of Markdown over to the canvas: what no text node claims is mark-up.</summary>
internal sealed class MarkdownTreePainter(TextCanvas canvas, string part, int offset)
{
    private readonly bool[] words = new bool[part.Length];

    /// <summary>Paints the part. HTML inside it stays prose, for the HTML reader.</summary>
    public void Paint(MarkdownDocument document)
    {
        foreach (MarkdownObject node in document.Descendants())
        {
            Mark(node);
        }

        MarkBBCode();
        ReadOnlySpan<TextRole> roles = canvas.Roles;
        for (int i = 0; i < words.Length; i++)
        {
            if (!words[i] && roles[offset + i] == TextRole.Prose)
            {
                canvas.Paint(offset + i, offset + i + 1, part[i] switch { '\n' => TextRole.Break, '|' => TextRole.Space, _ => TextRole.Markup });
            }
        }
    }

    private void Mark(MarkdownObject node)
    {
        switch (node)
        {
            case LiteralInline literal:
                MarkWords(literal.Span.Start + (StartsWithEscape(literal) ? 1 : 0), literal.Span.End);
                break;
            case CodeInline code:
                MarkWords(code.Span.Start + code.DelimiterCount, code.Span.End - code.DelimiterCount);
                break;
            case LinkInline { Url: { } } link when link.UrlSpan.Length > 0 && !link.IsShortcut:
                PaintSpan(link.UrlSpan, TextRole.Link);
                break;
            case AutolinkInline autolink:
                MarkWords(autolink.Span.Start + 1, autolink.Span.End - 1);
                break;
            case HtmlInline or HtmlEntityInline or HtmlBlock or LineBreakInline or LinkReferenceDefinition:
                MarkWords(node.Span.Start, node.Span.End);
                break;
            case CodeBlock code:
                MarkCode(code);
                break;
            case QuoteBlock quote when quote.Parent is not QuoteBlock:
                canvas.Quotes.Add(new QuoteRange(offset + quote.Span.Start, offset + EndOf(quote), QuoteOrigin.Unknown));
                break;
        }
    }

    private bool StartsWithEscape(LiteralInline literal) =>
        literal.IsFirstCharacterEscaped && literal.Span.Start >= 0 && literal.Span.Start < part.Length && part[literal.Span.Start] == '\\';

    /// <summary>A BBCode tag is no link of Markdown, and stays for its own reader.</summary>
    private void MarkBBCode()
    {
        for (int at = part.IndexOf('[', StringComparison.Ordinal); at >= 0; at = part.IndexOf('[', at + 1))
        {
            if (BBCodeTag.TryRead(part, at, out BBCodeTag tag) && (tag.End == part.Length || part[tag.End] != '('))
            {
                MarkWords(tag.Start, tag.End - 1);
            }
        }
    }

    private void MarkCode(CodeBlock code)
    {
        int start = code.Span.Start;
        int end = Math.Min(code.Span.End + 1, part.Length);
        if (start >= end)
        {
            return;
        }

        if (code is not FencedCodeBlock)
        {
            // Four blanks in front of a line are as often a habit as code.
            bool looksLikeCode = CodeLine.ShareOfSymbols(part.AsSpan(start, end - start)) >= 0.06;
            if (!looksLikeCode)
            {
                MarkWords(start, end - 1);
                return;
            }

            canvas.PaintCode(offset + start, offset + end, new TextSpan(offset + start, offset + end));
            return;
        }

        int firstLineEnd = part.IndexOf('\n', start, end - start);
        int contentStart = firstLineEnd < 0 ? end : firstLineEnd + 1;
        int lastLineStart = part.LastIndexOf('\n', end - 1, end - start) + 1;
        bool closed = code is FencedCodeBlock { ClosingFencedCharCount: > 0 };
        int contentEnd = closed && lastLineStart > contentStart ? lastLineStart : closed ? contentStart : end;
        canvas.PaintCode(offset + start, offset + end, new TextSpan(offset + contentStart, offset + contentEnd));
    }

    /// <summary>
    /// Where the last line with a "&gt;" ends. CommonMark also takes the lines right below into the quote,
    /// but writers put their answer there.
    /// </summary>
    private int EndOf(QuoteBlock quote)
    {
        int end = quote.Span.Start;
        while (end < part.Length && part.AsSpan(end).TrimStart(' ').StartsWith(">"))
        {
            int lineEnd = part.IndexOf('\n', end);
            end = lineEnd < 0 ? part.Length : lineEnd + 1;
        }

        return end;
    }

    private void PaintSpan(SourceSpan span, TextRole role)
    {
        int start = Math.Max(span.Start, 0);
        int end = Math.Min(span.End + 1, part.Length);
        if (start < end)
        {
            canvas.Paint(offset + start, offset + end, role);
        }
    }

    private void MarkWords(int first, int last)
    {
        for (int i = Math.Max(first, 0); i <= last && i < words.Length; i++)
        {
            words[i] = true;
        }
    }
}
