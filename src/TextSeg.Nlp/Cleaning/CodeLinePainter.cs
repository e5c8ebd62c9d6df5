namespace TextSeg.Nlp.Cleaning;

/// <summary>Finds code and logs that nobody fenced: neighbouring lines that all look like code, at least one of them surely.</summary>
internal static class CodeLinePainter
{
    /// <summary>Paints the prose lines of <paramref name="canvas"/>.</summary>
    public static void Paint(TextCanvas canvas)
    {
        string view = canvas.ProseView();
        int runStart = -1;
        int runEnd = 0;
        bool sure = false;
        for (int start = 0; start < view.Length;)
        {
            int end = view.IndexOf('\n', start);
            end = end < 0 ? view.Length : end;
            ReadOnlySpan<char> line = view.AsSpan(start, end - start);
            CodeLine.Look look = CodeLine.Judge(line);
            if (look == CodeLine.Look.Words)
            {
                Finish(canvas, runStart, runEnd, sure);
                (runStart, sure) = (-1, false);
            }
            else if (!line.IsWhiteSpace())
            {
                runStart = runStart < 0 ? start : runStart;
                runEnd = end;
                sure |= look == CodeLine.Look.Code;
            }

            start = end + 1;
        }

        Finish(canvas, runStart, runEnd, sure);
    }

    private static void Finish(TextCanvas canvas, int start, int end, bool sure)
    {
        if (start < 0 || !sure)
        {
            return;
        }

        // Blocks that mark-up named already lie inside the run: only what lies between them is new.
        for (int from = start; from < end;)
        {
            int length = LengthOfRun(canvas, from, end);
            if (canvas.Roles[from] != TextRole.Code && !canvas.Characters.Slice(from, length).IsWhiteSpace())
            {
                canvas.PaintCode(from, from + length, new TextSpan(from, from + length));
            }

            from += length;
        }
    }

    private static int LengthOfRun(TextCanvas canvas, int start, int end)
    {
        bool code = canvas.Roles[start] == TextRole.Code;
        int at = start + 1;
        while (at < end && (canvas.Roles[at] == TextRole.Code) == code)
        {
            at++;
        }

        return at - start;
    }
}
