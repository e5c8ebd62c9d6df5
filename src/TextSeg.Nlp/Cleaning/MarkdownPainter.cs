using System.Buffers;
using Markdig;
using Markdig.Syntax;

namespace TextSeg.Nlp.Cleaning;

/// <summary>Paints Markdown (CommonMark, with tables and struck-out text) from Markdig's syntax tree.</summary>
internal static class MarkdownPainter
{
    /// <summary>
    /// Most characters parsed in one go. Inline parsing takes more than linear time on long paragraphs of
    /// hostile text, so a longer text is cut at empty lines, or where there are none at line ends.
    /// </summary>
    private const int LongestPart = 4_096;

    /// <summary>Above this share of delimiters a long part is not writing but a picture made of signs, or hostile: it stays as plain text.</summary>
    private const double MostDelimiters = 0.2;

    private const int ShortPart = 512;

    private static readonly SearchValues<char> Delimiters = SearchValues.Create("[]*_<>`~");

    private static readonly MarkdownPipeline Pipeline = Build();

    /// <summary>Paints the prose of <paramref name="canvas"/>. A part nested too deeply to parse stays as plain text.</summary>
    public static void Paint(TextCanvas canvas)
    {
        string view = canvas.ProseView();
        int start = 0;
        while (start < view.Length)
        {
            int end = EndOfPart(view, start);
            PaintPart(canvas, view[start..end], start);
            start = end;
        }
    }

    private static MarkdownPipeline Build()
    {
        MarkdownPipelineBuilder builder = new MarkdownPipelineBuilder().UsePipeTables().UseEmphasisExtras();
        builder.PreciseSourceLocation = true;
        return builder.Build();
    }

    private static void PaintPart(TextCanvas canvas, string part, int offset)
    {
        if (part.Length > ShortPart && CountDelimiters(part) > MostDelimiters * part.Length)
        {
            return;
        }

        MarkdownDocument document;
        try
        {
            document = Markdown.Parse(part, Pipeline);
        }
        catch (ArgumentException)
        {
            // Markdig's answer to nesting beyond its limit.
            return;
        }

        new MarkdownTreePainter(canvas, part, offset).Paint(document);
    }

    private static int EndOfPart(string text, int start)
    {
        if (text.Length - start <= LongestPart)
        {
            return text.Length;
        }

        ReadOnlySpan<char> window = text.AsSpan(start, LongestPart);
        int cut = window.LastIndexOf("\n\n") + 2;
        bool insideFence = CountFences(window[..Math.Max(cut, 0)]) % 2 == 1;
        if (insideFence)
        {
            cut = window.LastIndexOf("\n```") + 1;
        }

        if (cut < LongestPart / 8)
        {
            cut = window.LastIndexOf('\n') + 1;
        }

        if (cut < LongestPart / 8)
        {
            cut = window.LastIndexOf(' ') + 1;
        }

        return start + (cut < LongestPart / 8 ? LongestPart : cut);
    }

    private static int CountDelimiters(ReadOnlySpan<char> text)
    {
        int count = 0;
        for (int at = text.IndexOfAny(Delimiters); at >= 0; at = text.IndexOfAny(Delimiters))
        {
            count++;
            text = text[(at + 1)..];
        }

        return count;
    }

    private static int CountFences(ReadOnlySpan<char> text) => text.Count("\n```") + (text.StartsWith("```") ? 1 : 0);
}
