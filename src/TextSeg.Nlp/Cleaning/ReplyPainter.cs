using System.Buffers;

namespace TextSeg.Nlp.Cleaning;

/// <summary>Finds quoted replies in lines of text: "&gt;" in front, "On … wrote:", "-----Original Message-----", a block of mail headers.</summary>
internal sealed class ReplyPainter
{
    private const int FewestHeaders = 3;

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");

    private static readonly SearchValues<char> ReplySigns = SearchValues.Create(">:：-_");

    private readonly TextCanvas canvas;
    private readonly string view;
    private readonly bool markedLines;
    private readonly List<TextSpan> lines;
    private readonly List<int> marked;
    private readonly Dictionary<int, QuoteOrigin> named = [];
    private QuoteOrigin origin = QuoteOrigin.Unknown;

    private ReplyPainter(TextCanvas canvas, string view, bool markedLines)
    {
        this.markedLines = markedLines;
        this.canvas = canvas;
        this.view = view;
        lines = TextLines.Of(view);
        marked = [.. canvas.Quotes.Where(quote => quote.Origin == QuoteOrigin.Unknown).Select(quote => quote.Start).Order()];
    }

    /// <summary>Paints the prose of <paramref name="canvas"/>; <paramref name="markedLines"/> says whether "&gt;" in front of a line quotes (in HTML it is a sign like another).</summary>
    public static void Paint(TextCanvas canvas, bool markedLines)
    {
        string view = canvas.ProseView();
        if (view.AsSpan().ContainsAny(ReplySigns))
        {
            new ReplyPainter(canvas, view, markedLines).PaintAll();
        }
    }

    private void PaintAll()
    {
        Paint();
        for (int i = 0; i < canvas.Quotes.Count; i++)
        {
            QuoteRange quote = canvas.Quotes[i];
            canvas.Quotes[i] = named.TryGetValue(quote.Start, out QuoteOrigin? known) && quote.Origin == QuoteOrigin.Unknown ? quote with { Origin = known } : quote;
        }
    }

    private void Paint()
    {
        int line = SkipOwnHeaders();
        int first = line;
        while (line < lines.Count)
        {
            if (Depth(line) > 0)
            {
                line = PaintMarkedLines(line);
            }
            else if (IsStartOfRest(line, first, out QuoteOrigin rest))
            {
                PaintRest(line, rest);
                return;
            }
            else
            {
                line = PaintAttribution(line);
            }
        }
    }

    private ReadOnlySpan<char> LineAt(int line) => lines[line].Of(view);

    /// <summary>Mail headers at the very top belong to this mail and are nobody's words.</summary>
    private int SkipOwnHeaders()
    {
        int first = NextWithText(0);
        int headers = CountHeaders(first);
        if (headers < FewestHeaders)
        {
            return first;
        }

        canvas.Paint(lines[first].Start, lines[first + headers - 1].End, TextRole.Break);
        return NextWithText(first + headers);
    }

    private int CountHeaders(int line)
    {
        int count = 0;
        while (line + count < lines.Count && count < 12 && ReplyMarks.IsHeader(LineAt(line + count)))
        {
            count++;
        }

        return count;
    }

    private bool IsStartOfRest(int line, int first, out QuoteOrigin rest)
    {
        ReadOnlySpan<char> text = LineAt(line);
        rest = QuoteOrigin.Unknown;
        if (text.Length > 300 || !text.ContainsAny(":：-_"))
        {
            return false;
        }

        if (ReplyMarks.IsOriginalMessage(text) || (line > first && CountHeaders(line) >= FewestHeaders))
        {
            for (int i = line; i < Math.Min(line + 4, lines.Count) && rest.Author is null; i++)
            {
                rest = new QuoteOrigin(ReplyMarks.SenderOf(LineAt(i)));
            }

            return true;
        }

        bool topPosted = line > first && ReplyMarks.IsAttribution(text, out bool dated) && dated && !IsQuoted(NextWithText(line + 1));
        rest = topPosted ? new QuoteOrigin(ReplyMarks.AuthorOf(text)) : rest;
        return topPosted && rest.Author is not null;
    }

    private void PaintRest(int line, QuoteOrigin rest)
    {
        int body = line + 1;
        while (body < lines.Count && (LineAt(body).IsWhiteSpace() || ReplyMarks.IsHeader(LineAt(body))))
        {
            body++;
        }

        int start = lines[line].Start;
        int bodyStart = body < lines.Count ? lines[body].Start : view.Length;
        canvas.Paint(start, bodyStart, TextRole.Break);
        canvas.Quotes.Add(new QuoteRange(start, view.Length, rest));
        for (int i = body; i < lines.Count; i++)
        {
            PaintMarks(i);
        }
    }

    /// <summary>An attribution, in one line or two, above lines marked with "&gt;": kept as the origin of that quote.</summary>
    private int PaintAttribution(int line)
    {
        if (LineAt(line).IsWhiteSpace())
        {
            return line + 1;
        }

        origin = QuoteOrigin.Unknown;
        for (int length = 1; length <= 2 && line + length <= lines.Count; length++)
        {
            int last = line + length - 1;
            ReadOnlySpan<char> text = view.AsSpan(lines[line].Start, lines[last].End - lines[line].Start);
            bool starts = length == 1 || text.TrimStart().StartsWith("On ") || text.ContainsAny(Digits);
            if (starts && Depth(line) == 0 && ReplyMarks.IsAttribution(LineAt(last), out _) && IsQuoted(NextWithText(last + 1)))
            {
                origin = new QuoteOrigin(ReplyMarks.AuthorOf(text));
                NameMarkedQuote(NextWithText(last + 1));
                canvas.Paint(lines[line].Start, lines[last].End, TextRole.Break);
                return last + 1;
            }
        }

        return line + 1;
    }

    private bool IsQuoted(int line) => Depth(line) > 0 || MarkedQuoteAt(line) >= 0;

    /// <summary>Position of a quote without an author that the mark-up opens in the line or in the blank ones above it, or −1.</summary>
    private int MarkedQuoteAt(int line)
    {
        if (line >= lines.Count || marked.Count == 0)
        {
            return -1;
        }

        int blankFrom = view.AsSpan(0, lines[line].Start).TrimEnd().Length;
        int at = marked.BinarySearch(blankFrom);
        at = at < 0 ? ~at : at;
        return at < marked.Count && marked[at] < lines[line].End ? marked[at] : -1;
    }

    private void NameMarkedQuote(int line)
    {
        int start = MarkedQuoteAt(line);
        if (start >= 0)
        {
            named[start] = origin;
        }
    }

    private int PaintMarkedLines(int line)
    {
        int depth = Depth(line);
        int last = line;
        for (int next = line; next < lines.Count && Depth(next) == depth; next++)
        {
            PaintMarks(next);
            last = next;
        }

        canvas.Quotes.Add(new QuoteRange(lines[line].Start, lines[last].End, depth == 1 ? origin : QuoteOrigin.Unknown));
        return last + 1;
    }

    private void PaintMarks(int line)
    {
        if (Depth(line) > 0)
        {
            int text = LineAt(line).IndexOfAnyExcept("> \t");
            canvas.Paint(lines[line].Start, text < 0 ? lines[line].End : lines[line].Start + text, TextRole.Markup);
        }
    }

    private int NextWithText(int line)
    {
        while (line < lines.Count && LineAt(line).IsWhiteSpace())
        {
            line++;
        }

        return line;
    }

    /// <summary>Number of "&gt;" in front of a line; 0 where they are a face or an arrow.</summary>
    private int Depth(int line)
    {
        if (line >= lines.Count || !markedLines)
        {
            return 0;
        }

        ReadOnlySpan<char> text = LineAt(line).TrimStart();
        int marks = text.IndexOfAnyExcept("> ");
        ReadOnlySpan<char> front = marks < 0 ? text : text[..marks];
        bool quoting = front.Length > 0 && front[0] == '>' && (marks < 0 || front[^1] == ' ' || char.IsLetter(text[marks]));
        return quoting ? front.Count('>') : 0;
    }
}
