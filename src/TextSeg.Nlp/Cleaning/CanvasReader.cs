namespace TextSeg.Nlp.Cleaning;

/// <summary>Reads the parts of a post off its painted canvas.</summary>
internal static class CanvasReader
{
    /// <summary>Builds the result; every character of prose goes to the author or to the innermost quote around it.</summary>
    public static CleanText Read(TextCanvas canvas, TextFormat format)
    {
        QuoteRange[] quotes = [.. canvas.Quotes.OrderBy(quote => quote.Start).ThenByDescending(quote => quote.End)];
        List<OwnedSpan> spans = Split(quotes, canvas.Length);
        var author = new ProseBuilder();
        var mentions = new List<string>();
        var urls = new List<string>();
        foreach (OwnedSpan owned in spans.Where(owned => owned.Quote < 0))
        {
            author.Add(canvas, owned.Span);
            author.Break();
            mentions.AddRange(Runs(canvas, owned.Span, TextRole.Mention).Select(mention => mention[1..]));
            urls.AddRange(Runs(canvas, owned.Span, TextRole.Link).Where(LooksLikeAddress).Select(System.Net.WebUtility.HtmlDecode)!);
        }

        return new CleanText(author.Build(), format)
        {
            Mentions = mentions,
            Urls = urls,
            Quotes = ReadQuotes(canvas, quotes, spans),
            Code = ReadCode(canvas),
            Signature = Runs(canvas, new TextSpan(0, canvas.Length), TextRole.Signature).FirstOrDefault(),
        };
    }

    private static List<QuotedPassage> ReadQuotes(TextCanvas canvas, QuoteRange[] quotes, List<OwnedSpan> spans)
    {
        var builders = new ProseBuilder[quotes.Length];
        foreach (OwnedSpan owned in spans.Where(owned => owned.Quote >= 0))
        {
            ProseBuilder builder = builders[owned.Quote] ??= new ProseBuilder();
            builder.Add(canvas, owned.Span);
            builder.Break();
        }

        var passages = new List<QuotedPassage>();
        for (int i = 0; i < quotes.Length; i++)
        {
            string text = builders[i]?.Build().Text ?? "";
            if (text.Length > 0)
            {
                QuoteOrigin origin = quotes[i].Origin;
                passages.Add(new QuotedPassage(text, origin.Author, origin.Post, origin.Topic, new TextSpan(quotes[i].Start, quotes[i].End)));
            }
        }

        return passages;
    }

    private static List<CodePassage> ReadCode(TextCanvas canvas)
    {
        var passages = new List<CodePassage>();
        int covered = 0;
        foreach (TextSpan block in canvas.CodeBlocks.OrderBy(block => block.Start).ThenByDescending(block => block.End))
        {
            string code = block.Start < covered ? "" : string.Concat(Runs(canvas, block, TextRole.Code));
            if (!string.IsNullOrWhiteSpace(code))
            {
                passages.Add(new CodePassage(code.Trim('\n', '\r'), block));
            }

            covered = Math.Max(covered, block.End);
        }

        return passages;
    }

    /// <summary>Cuts the text at the ends of quotes and gives each piece its innermost quote, −1 for the author.</summary>
    private static List<OwnedSpan> Split(QuoteRange[] quotes, int length)
    {
        var spans = new List<OwnedSpan>();
        var open = new Stack<int>();
        int at = 0;
        for (int next = 0; next < quotes.Length || open.Count > 0;)
        {
            bool opens = next < quotes.Length && (open.Count == 0 || quotes[next].Start < quotes[open.Peek()].End);
            int until = Math.Clamp(opens ? quotes[next].Start : quotes[open.Peek()].End, at, length);
            AddSpan(spans, at, until, open.Count > 0 ? open.Peek() : -1);
            at = until;
            if (opens)
            {
                open.Push(next++);
            }
            else
            {
                open.Pop();
            }
        }

        AddSpan(spans, at, length, -1);
        return spans;
    }

    private static void AddSpan(List<OwnedSpan> spans, int start, int end, int quote)
    {
        if (end > start)
        {
            spans.Add(new OwnedSpan(new TextSpan(start, end), quote));
        }
    }

    private static IEnumerable<string> Runs(TextCanvas canvas, TextSpan span, TextRole role)
    {
        for (int i = span.Start; i < span.End; i++)
        {
            int start = i;
            while (i < span.End && canvas.Roles[i] == role)
            {
                i++;
            }

            if (i > start)
            {
                yield return canvas.Characters[start..i].ToString();
            }
        }
    }

    private static bool LooksLikeAddress(string text) => text.Contains("://", StringComparison.Ordinal) || text.Contains('.', StringComparison.Ordinal);

    private readonly record struct OwnedSpan(TextSpan Span, int Quote);
}
