using System.Text;
using MimeKit;
using TextSeg.Engine.Sources.Tables;
using TextSeg.Engine.Sources.Times;

namespace TextSeg.Engine.Sources.Mail;

/// <summary>
/// Reads mail messages: the plain text, or the HTML where there is none; attachments are left out. A member is known by a hash of the address, never by the address itself.
/// The thread is the first message that the references lead back to (RFC 5322, section 3.6.4).
/// </summary>
internal sealed class MailMessages(string source, PostKind kind, SourceReport report, TimeWindow window)
{
    private readonly ContentIds _contentIds = new();

    // The mail library looks once for the encodings there are; without this it would not find those of old mail.
    static MailMessages() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Reads one message.</summary>
    public SourceRow Read(long line, byte[] content)
    {
        try
        {
            using var bytes = new MemoryStream(content);
            using var message = MimeMessage.Load(bytes);
            return Row(line, message);
        }
        catch (Exception fault) when (fault is FormatException or ParseException or NotSupportedException or ArgumentException)
        {
            return SourceRow.Reject(source, line, "The message cannot be read: its form is no mail.");
        }
    }

    private SourceRow Row(long line, MimeMessage message)
    {
        if (string.IsNullOrWhiteSpace(message.TextBody) && string.IsNullOrWhiteSpace(message.HtmlBody))
        {
            return SourceRow.Reject(source, line, "The text is empty.");
        }

        var (member, name) = Author(message);
        var answered = message.InReplyTo ?? message.References.LastOrDefault();
        var post = new RawPost
        {
            Source = source,
            Line = line,
            ExternalId = message.MessageId ?? "",
            Text = string.IsNullOrWhiteSpace(message.TextBody) ? message.HtmlBody! : message.TextBody,
            Title = string.IsNullOrWhiteSpace(message.Subject) ? null : message.Subject,
            Member = member,
            MemberName = name,
            Time = Time(message),
            Thread = message.References.FirstOrDefault() ?? message.InReplyTo ?? message.MessageId,
            ReplyTo = answered,
            Kind = kind,
        };
        return SourceRow.Of(post.ExternalId.Length > 0 ? post : post with { ExternalId = _contentIds.Next(post) });
    }

    private DateTimeOffset? Time(MimeMessage message)
    {
        if (message.Date == DateTimeOffset.MinValue)
        {
            report.UnreadableTimes += message.Headers.Contains(HeaderId.Date) ? 1 : 0;
            return null;
        }

        var isPlausible = window.Contains(message.Date);
        report.ImplausibleTimes += isPlausible ? 0 : 1;
        return isPlausible ? message.Date : null;
    }

    /// <summary>Archives on the web write "ann at example.org (Ann)", which is no address; its header is hashed as it stands.</summary>
    private static (string? Member, string? Name) Author(MimeMessage message)
    {
        var mailbox = message.From.Mailboxes.FirstOrDefault() ?? message.Sender;
        var header = message.Headers[HeaderId.From];
        var isAddress = mailbox?.Address.Contains('@', StringComparison.Ordinal) == true;
        var identity = isAddress ? mailbox!.Address : header;
        if (string.IsNullOrWhiteSpace(identity))
        {
            return (null, null);
        }

        var name = isAddress ? mailbox!.Name : header!.Split('(', 2) is [_, var inBrackets] ? inBrackets.TrimEnd(')', ' ') : null;
        var hash = ContentHash.Of128(identity.Trim().ToLowerInvariant().Normalize(NormalizationForm.FormC));
        return ($"m-{hash:x32}", string.IsNullOrWhiteSpace(name) || name.Contains('@', StringComparison.Ordinal) ? null : name.Trim());
    }
}
