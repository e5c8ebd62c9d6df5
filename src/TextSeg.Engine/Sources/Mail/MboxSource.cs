using TextSeg.Engine.Sources.Decoding;
using TextSeg.Engine.Sources.Times;

namespace TextSeg.Engine.Sources.Mail;

/// <summary>Messages of a mailbox in one file, as mailing lists and mail programs export it.</summary>
public sealed class MboxSource(InputFile file, SourceOptions options, TimeProvider clock) : RecordFileSource(file, options, clock)
{
    /// <summary>Attachments count as bytes and not as text.</summary>
    private const int BytesPerCharacter = 4;

    private readonly Dictionary<string, (long Line, long Text)> _ids = new(StringComparer.Ordinal);

    private protected override IEnumerable<SourceRow> Rows(DecodedInput input, TimeWindow window)
    {
        (Report.Format, Report.Encoding) = ("mailbox (mbox)", "as each message says");
        _ids.Clear();
        var messages = new MailMessages(Name, Options.Kind ?? PostKind.Forum, Report, window);
        var most = (int)Math.Min(int.MaxValue / 2, (long)Options.MaxRecordCharacters * BytesPerCharacter);
        foreach (var message in new MboxReader(input.Bytes, most).Messages())
        {
            yield return message.Content is { } content
                ? Once(messages.Read(message.Line, content))
                : SourceRow.Reject(Name, message.Line, $"The message is longer than {most:N0} bytes.");
        }
    }

    private SourceRow Once(SourceRow row)
    {
        if (row.Post is not { } post)
        {
            return row;
        }

        var text = ContentHash.Of(post.Text);
        return _ids.TryAdd(post.ExternalId, (post.Line, text)) || _ids[post.ExternalId] is var first && first.Text == text
            ? row
            : SourceRow.Reject(Name, post.Line, $"The message id is already used in line {first.Line} with another text.");
    }
}
