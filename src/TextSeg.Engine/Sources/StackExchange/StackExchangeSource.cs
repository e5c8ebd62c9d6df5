using System.Globalization;
using TextSeg.Engine.Sources.Decoding;
using TextSeg.Engine.Sources.Times;

namespace TextSeg.Engine.Sources.StackExchange;

/// <summary>
/// Questions and answers of a Stack Exchange data dump (Posts.xml, names from Users.xml beside it). A question and its answers are one thread.
/// Texts are HTML. Wiki pages and notes of moderators are left out.
/// </summary>
public sealed class StackExchangeSource(InputFile file, SourceOptions options, TimeProvider clock) : RecordFileSource(file, options, clock)
{
    private const string Question = "1";
    private const string Answer = "2";
    private const int FewCharacters = 40;
    private IReadOnlyDictionary<int, string> _users = new Dictionary<int, string>();

    private protected override IEnumerable<SourceRow> Rows(DecodedInput input, TimeWindow window)
    {
        (Report.Format, Report.Encoding) = ("Stack Exchange dump", input.EncodingName);
        _users = DumpUsers.Beside(File);
        foreach (var row in DumpRows.Read(new LineReader(input.Reader, Options.MaxRecordCharacters)))
        {
            if (row.Attributes is not { } post)
            {
                yield return SourceRow.Reject(Name, row.Line, "The row is no whole element, or too long.");
            }
            else if (post.GetValueOrDefault("PostTypeId") is Question or Answer)
            {
                yield return Row(row.Line, post, window);
            }
        }
    }

    private SourceRow Row(long line, Dictionary<string, string> post, TimeWindow window)
    {
        if (!post.TryGetValue("Id", out var id) || id.Length is 0 or > FewCharacters)
        {
            return SourceRow.Reject(Name, line, "The id (Id) is empty.");
        }

        if (post.GetValueOrDefault("Body") is not { } text || string.IsNullOrWhiteSpace(text))
        {
            return SourceRow.Reject(Name, line, "The text (Body) is empty.");
        }

        var question = post.GetValueOrDefault("PostTypeId") == Answer ? post.GetValueOrDefault("ParentId") : null;
        var (member, name) = Owner(post);
        var time = WrittenTime.Read(post.GetValueOrDefault("CreationDate"), window);
        Report.UnreadableTimes += time is null && post.ContainsKey("CreationDate") ? 1 : 0;
        return SourceRow.Of(new RawPost
        {
            Source = Name,
            Line = line,
            ExternalId = id,
            Text = text,
            Title = post.GetValueOrDefault("Title"),
            Member = member,
            MemberName = name,
            Time = time,
            Thread = question ?? id,
            ReplyTo = question,
            Kind = Options.Kind ?? PostKind.Forum,
        });
    }

    /// <summary>Of a deleted user only the name is left.</summary>
    private (string? Member, string? Name) Owner(Dictionary<string, string> post)
    {
        var name = post.GetValueOrDefault("OwnerDisplayName");
        return int.TryParse(post.GetValueOrDefault("OwnerUserId"), NumberStyles.Integer, CultureInfo.InvariantCulture, out var user)
            ? (user.ToString(CultureInfo.InvariantCulture), _users.GetValueOrDefault(user) ?? name)
            : (string.IsNullOrWhiteSpace(name) ? null : "name:" + name, name);
    }
}
