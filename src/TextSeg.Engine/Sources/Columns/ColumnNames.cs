using System.Text;

namespace TextSeg.Engine.Sources.Columns;

/// <summary>Names that columns commonly have, in many languages, and how well a column's own name fits a role.</summary>
internal static class ColumnNames
{
    private static readonly Dictionary<ColumnRole, string[]> Known = new()
    {
        [ColumnRole.Text] = Words(
            "text|body|content|message|post|comment|comments|review text|review body|review|tweet|full text|verbatim|answer|feedback|description|response|selftext|free text|reply text|note|notes|utterance|sentence|"
            + "texte|contenu|commentaire|commentaires|avis|inhalt|nachricht|beitrag|kommentar|beschreibung|texto|contenido|mensaje|comentario|comentarios|opinion|descripcion|resena|conteudo|mensagem|descricao|"
            + "testo|contenuto|messaggio|commento|recensione|descrizione|tekst|inhoud|bericht|reactie|tresc|wiadomosc|komentarz|opinia|metin|mesaj|yorum|icerik|innehall|meddelande|indhold|besked|"
            + "текст|сообщение|комментарий|отзыв|описание|текст сообщения|本文|テキスト|コメント|内容|メッセージ|文本|正文|评论|留言|消息|내용|본문|텍스트|댓글|메시지"),
        [ColumnRole.Title] = Words(
            "title|subject|headline|heading|summary|topic title|thread title|caption|betreff|titel|uberschrift|titre|sujet|objet|titulo|asunto|assunto|titolo|oggetto|onderwerp|temat|tytul|baslik|konu|rubrik|emne|"
            + "тема|заголовок|件名|タイトル|标题|主题|제목"),
        [ColumnRole.Member] = Words(
            "member id|member|user id|userid|author id|author|customer id|reviewer id|respondent id|account id|contact id|poster id|sender id|requester id|user|username|user name|customer|reviewer|respondent|poster|sender|from|creator|requester|handle|screen name|nickname|by|name|"
            + "mitglied|autor|benutzer|nutzer|kunde|verfasser|auteur|utilisateur|membre|client|usuario|autor id|miembro|cliente|membro|autore|utente|gebruiker|lid|klant|uzytkownik|klient|kullanici|uye|yazar|anvandare|bruger|"
            + "автор|пользователь|участник|клиент|ユーザー|投稿者|会員|用户|作者|会员|사용자|작성자|회원"),
        [ColumnRole.Name] = Words(
            "member name|user name|username|author name|reviewer name|customer name|display name|screen name|full name|nickname|name|handle|nom|nombre|nome|naam|имя|名前|姓名|이름"),
        [ColumnRole.Id] = Words(
            "id|post id|message id|comment id|review id|tweet id|ticket id|case id|response id|answer id|record id|uuid|guid|key|ticket number|case number|ticket|nr|beitrag id|номер|编号|번호"),
        [ColumnRole.Time] = Words(
            "time|timestamp|created at|created|date|datetime|date time|ts|posted at|post date|posted|published at|published|created utc|unix review time|review time|review date|tweet created|submitted at|submitted|response date|sent at|opened at|opened|"
            + "zeit|datum|zeitpunkt|erstellt|erstellt am|heure|cree le|fecha|hora|creado|data|criado em|ora|creato|tijd|czas|utworzono|tarih|zaman|tid|dato|skapad|дата|время|создано|日付|日時|投稿日|日期|时间|날짜|시간|작성일"),
        [ColumnRole.Thread] = Words(
            "thread id|thread|topic id|conversation id|conversation|discussion id|discussion|dialog id|dialogue id|chat id|session id|ticket id|case id|topic|issue id|faden|fil|hilo|conversa|тема id|スレッド|会话|스레드"),
        [ColumnRole.Position] = Words("post number|position|message number|turn|turn number|comment number"),
        [ColumnRole.ReplyTo] = Words(
            "reply to|in reply to|reply to id|in reply to id|reply to post id|reply to post number|in reply to status id|in response to tweet id|in response to|parent id|parent|parent post id|parent comment id|answer to|antwort auf|reponse a|respuesta a|resposta a|risposta a"),
        [ColumnRole.Rating] = Words(
            "rating|stars|star rating|overall|score|nps score|nps|csat|review rating|grade|bewertung|sterne|note|etoiles|calificacion|puntuacion|estrellas|avaliacao|nota|voto|stelle|beoordeling|ocena|puan|betyg|оценка|рейтинг|評価|评分|평점"),
        [ColumnRole.Kind] = Words("kind|post kind|type|post type|channel|art|tipo|soort"),
        [ColumnRole.Language] = Words("language|lang|locale|language code|sprache|langue|idioma|lingua|taal|jezyk|dil|sprak|sprog|язык|言語|语言|언어"),
    };

    /// <summary>Words that say nothing at the end of a longer name: a "division name" is nobody's name.</summary>
    private static readonly HashSet<string> MeanNothingAtTheEnd = [.. Words("name|nom|nombre|nome|by|from|note|key|nr|nota|voto|topic|parent|score|answer|data|ora|tid")];

    /// <summary>How well a name fits a role: near 1 for a known name, near 0.6 for a name that ends with one, 0 otherwise.</summary>
    public static double Fit(ColumnRole role, string columnName)
    {
        var words = Normalize(columnName);
        var best = 0.0;
        var known = Known[role];
        for (var rank = 0; rank < known.Length; rank++)
        {
            var fit = words == known[rank] ? 1 - (0.005 * rank)
                : !MeanNothingAtTheEnd.Contains(known[rank]) && words.EndsWith(" " + known[rank], StringComparison.Ordinal) ? 0.6 - (0.004 * rank)
                : 0;
            best = Math.Max(best, fit);
        }

        return best;
    }

    /// <summary>Whether a lone heading names a text column.</summary>
    public static bool IsTextName(string columnName) => Fit(ColumnRole.Text, columnName) > 0.6;

    /// <summary>Lower case words: "reviewerID", "Reviewer-Id" and "reviewer_id" are all "reviewer id"; accents are taken off Latin letters.</summary>
    internal static string Normalize(string columnName)
    {
        var words = new StringBuilder();
        var plain = columnName.Normalize(NormalizationForm.FormD);
        for (var i = 0; i < plain.Length; i++)
        {
            var c = plain[i];
            if (char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark && c < '\u0370')
            {
                continue;
            }

            var startsWord = i > 0 && char.IsUpper(c) && char.IsLower(plain[i - 1]);
            if ((startsWord || !char.IsLetterOrDigit(c)) && words.Length > 0 && words[^1] != ' ')
            {
                words.Append(' ');
            }

            if (char.IsLetterOrDigit(c))
            {
                words.Append(char.ToLowerInvariant(c));
            }
        }

        return words.ToString().Trim().Normalize(NormalizationForm.FormC);
    }

    private static string[] Words(string list) => list.Split('|');
}
