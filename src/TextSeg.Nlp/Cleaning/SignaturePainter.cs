using System.Text.RegularExpressions;

namespace TextSeg.Nlp.Cleaning;

/// <summary>Finds closing signatures: below a line "-- ", "Sent from my …" and its forms, an agent's initials such as "^JK".</summary>
internal static partial class SignaturePainter
{
    private const int MostLines = 8;
    private const int LongestLine = 120;
    private const int LongestPhraseLine = 90;

    /// <summary>Paints the prose of <paramref name="canvas"/>.</summary>
    public static void Paint(TextCanvas canvas)
    {
        string view = canvas.ProseView();
        List<TextSpan> lines = TextLines.Of(view);
        for (int line = 0; line < lines.Count; line++)
        {
            ReadOnlySpan<char> text = lines[line].Of(view).Trim();
            if (text.Length == 2 && text is "--" && line > 0)
            {
                line = PaintBelow(canvas, view, lines, line);
            }
            else if (text.Length is > 5 and < LongestPhraseLine && ProgramPhrase().IsMatch(text))
            {
                canvas.Paint(lines[line].Start, lines[line].End, TextRole.Signature);
            }
        }

        ReadOnlySpan<char> whole = view.AsSpan().TrimEnd();
        int mark = whole.LastIndexOf('^');
        if (mark > 0 && whole.Length - mark is >= 2 and <= 4 && whole[mark - 1] is ' ' or '\n' && whole[(mark + 1)..].IndexOfAnyExceptInRange('A', 'Z') < 0)
        {
            canvas.Paint(mark, whole.Length, TextRole.Signature);
        }
    }

    private static int PaintBelow(TextCanvas canvas, string view, List<TextSpan> lines, int mark)
    {
        int end = mark + 1;
        while (end < lines.Count && !EndsSignature(lines[end].Of(view)))
        {
            end++;
            if (end - mark > MostLines + 1)
            {
                return mark;
            }
        }

        canvas.Paint(lines[mark].Start, lines[end - 1].End, TextRole.Signature);
        return end - 1;
    }

    private static bool EndsSignature(ReadOnlySpan<char> line) =>
        line.Length > LongestLine || line.TrimStart().StartsWith(">") || ReplyMarks.IsOriginalMessage(line) || ReplyMarks.IsAttribution(line, out _);

    [GeneratedRegex(
        @"^(Sent from (my |Mail for |Yahoo|Outlook|Proton|Samsung)|Sent (via|using) |Get Outlook for |Von mein\w+ .{2,30} gesendet|Gesendet (von|mit) |Diese Nachricht wurde von mein|Envoyé (de mon|depuis|à partir)|"
        + @"Enviad[oa] (desde mi|do meu|desde mi|pelo|via) |Inviato da(l mio)? |Verzonden (met|vanaf|van) |Skickat från min |Sendt fra min |Lähetetty (puhelimestani|laitteesta|iP)|Отправлено (с|из) |"
        + @"Надіслано з |Wysłane? z |Odesláno z |Trimis de pe |Elküldve |iPhone('|’)?(dan|den|um|um'dan) gönderildi|.{2,30}(から送信|에서 보냄)|发自我的|Dikirim dari |Được gửi từ |נשלח מה|أرسلت من)",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex ProgramPhrase();
}
