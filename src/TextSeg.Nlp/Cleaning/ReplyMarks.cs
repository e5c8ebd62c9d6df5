using System.Buffers;
using System.Text.RegularExpressions;

namespace TextSeg.Nlp.Cleaning;

/// <summary>The lines with which mail programs, in many languages, announce the text they quote.</summary>
internal static partial class ReplyMarks
{
    private const int LongestAttribution = 300;

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");

    private static readonly SearchValues<char> DateEnds = SearchValues.Create("0123456789,");

    private static readonly string[] Wrote =
    [
        "wrote", "writes", "schrieb", "a écrit", "escribió", "ha scritto", "escreveu", "schreef", "skrev", "kirjoitti", "пишет",
        "написал", "писал", "пише", "написав", "napisał", "napsal", "yazdı", "írta", "a scris", "έγραψε", "כתב", "كتب", "写道", "書きました", "のメール",
        "작성", "đã viết", "menulis", "ने लिखा", "เขียนว่า",
    ];

    private static readonly string[] Original =
    [
        "original message", "forwarded message", "original-nachricht", "ursprüngliche nachricht", "weitergeleitete nachricht", "message d'origine",
        "message original", "message transféré", "mensaje original", "mensaje reenviado", "messaggio originale", "messaggio inoltrato", "mensagem original",
        "mensagem encaminhada", "oorspronkelijk bericht", "doorgestuurd bericht", "ursprungligt meddelande", "oprindelig meddelelse", "opprinnelig melding",
        "alkuperäinen viesti", "исходное сообщение", "пересылаемое сообщение", "вихідне повідомлення", "wiadomość oryginalna", "oryginalna wiadomość",
        "původní zpráva", "orijinal mesaj", "eredeti üzenet", "mesaj original", "αρχικό μήνυμα", "הודעה מקורית", "الرسالة الأصلية", "原始邮件", "元のメッセージ",
        "원본 메시지", "pesan asli", "tin nhắn gốc",
    ];

    /// <summary>True for "-----Original Message-----" and its forms.</summary>
    public static bool IsOriginalMessage(ReadOnlySpan<char> line)
    {
        line = line.Trim();
        return line.Length is > 8 and < 100 && line[0] is '-' or '_' && ContainsAny(line, Original) is not null;
    }

    /// <summary>True for "From: …", "Sent: …" and the other lines at the top of a mail.</summary>
    public static bool IsHeader(ReadOnlySpan<char> line) => HeaderLine().IsMatch(line.Trim().Trim('*'));

    /// <summary>The sender's name in a "From:" line, or null.</summary>
    public static string? SenderOf(ReadOnlySpan<char> line)
    {
        line = line.Trim().Trim('*');
        return FromLine().IsMatch(line) ? NameOnly(line[(line.IndexOfAny(':', '：') + 1)..]) : null;
    }

    /// <summary>True for "On … wrote:"; <paramref name="dated"/> says whether the line also holds a date or an address.</summary>
    public static bool IsAttribution(ReadOnlySpan<char> line, out bool dated)
    {
        line = line.Trim();
        dated = line.ContainsAny(Digits) && (line.ContainsAny("<@") || line.IndexOfAny(":./-,") < line.Length - 1);
        return line.Length is > 3 and < LongestAttribution && line[^1] is ':' or '：' && ContainsAny(line, Wrote) is not null;
    }

    /// <summary>The name in an attribution: what follows the verb, else what stands between the date and the verb.</summary>
    public static string? AuthorOf(ReadOnlySpan<char> attribution)
    {
        ReadOnlySpan<char> line = attribution.Trim().TrimEnd(":：");
        if (ContainsAny(line, Wrote) is not { } verb)
        {
            return null;
        }

        int at = line.LastIndexOf(verb, StringComparison.OrdinalIgnoreCase);
        ReadOnlySpan<char> after = line[(at + verb.Length)..];
        if (after.Length > 2 && after[0] == ' ')
        {
            return NameOnly(after);
        }

        ReadOnlySpan<char> before = line[..at].TrimEnd();
        int bracket = before.LastIndexOfAny('<', '(', '[');
        before = bracket > 0 ? before[..bracket] : before;
        int date = before.LastIndexOfAny(DateEnds);
        before = date < 0 ? before : before[(date + 1)..];
        foreach (ValueMatch half in DayHalf().EnumerateMatches(before))
        {
            before = before[half.Length..];
            break;
        }

        return NameOnly(before);
    }

    private static string? NameOnly(ReadOnlySpan<char> text)
    {
        int bracket = text.IndexOfAny("<([");
        text = bracket > 0 ? text[..bracket] : text;
        int address = text.IndexOf('@');
        text = address < 0 ? text : text[..Math.Max(text[..address].LastIndexOf(' '), 0)];
        string name = text.Trim(" \t\"',;:<>«»“”").ToString();
        return name.Length is 0 or > 80 ? null : name;
    }

    private static string? ContainsAny(ReadOnlySpan<char> line, string[] phrases)
    {
        foreach (string phrase in phrases)
        {
            if (line.Contains(phrase, StringComparison.OrdinalIgnoreCase))
            {
                return phrase;
            }
        }

        return null;
    }

    [GeneratedRegex(
        @"^(From|Sent|To|Cc|Bcc|Subject|Date|Reply-To|Importance|Von|Gesendet|An|Betreff|Datum|De|Envoyé|À|Objet|Enviado|Enviada em|Para|Asunto|Assunto|Da|Inviato|A|Oggetto|Van|Verzonden|Aan|Onderwerp|Från|Skickat|Till|Ämne|Fra|Sendt|Til|Emne|Lähettäjä|Lähetetty|Vastaanottaja|Aihe|От|Отправлено|Кому|Тема|Дата|Від|Надіслано|Od|Wysłano|Do|Temat|Odesláno|Komu|Předmět|Kimden|Gönderildi|Kime|Konu|Feladó|Elküldve|Címzett|Tárgy|发件人|发送时间|收件人|主题|差出人|送信日時|宛先|件名|보낸 사람|보낸 날짜|받는 사람|제목) ?[:：]",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex HeaderLine();

    [GeneratedRegex(@"^(From|Von|De|Da|Van|Från|Fra|Lähettäjä|От|Від|Od|Kimden|Feladó|发件人|差出人|보낸 사람) ?[:：]", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex FromLine();

    [GeneratedRegex(@"^ *([AaPp]\.?[Mm]\.?)\b", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex DayHalf();
}
