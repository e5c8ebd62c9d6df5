using System.Globalization;
using TextSeg.Engine.Sources.Columns;
using TextSeg.Engine.Sources.Times;

namespace TextSeg.Engine.Sources.Tables;

/// <summary>Turns the rows of one table into posts. Keeps what was seen, to tell rows with one id and two texts, unless ids may repeat as in a stream of changes.</summary>
internal sealed class RowMapper(string source, ColumnMapping mapping, SourceReport report, TimeWindow window, bool idsMayRepeat = false)
{
    private readonly int[] _places = [.. ColumnRoles.All.Select(role => mapping[role]?.Index ?? -1)];
    private readonly Dictionary<string, (long Line, long Text)> _ids = new(StringComparer.Ordinal);
    private readonly ContentIds _contentIds = new();
    private readonly bool _replyToIsPosition =
        mapping[ColumnRole.Position] is not null && mapping[ColumnRole.ReplyTo]?.Column.Contains("number", StringComparison.OrdinalIgnoreCase) == true;

    public SourceRow Map(TableRow row)
    {
        var result = row.Cells is { } cells ? Map(row.Line, cells) : SourceRow.Reject(source, row.Line, row.Fault!);
        _ = result.Post is null ? report.Rejected++ : report.Taken++;
        return result;
    }

    private SourceRow Map(long line, string?[] cells)
    {
        var text = Cell(cells, ColumnRole.Text);
        if (text is null)
        {
            return SourceRow.Reject(source, line, $"The text ({mapping[ColumnRole.Text]!.Column}) is empty.");
        }

        var post = new RawPost
        {
            Source = source,
            Line = line,
            ExternalId = "",
            Text = text,
            Title = Cell(cells, ColumnRole.Title),
            Member = Identity(cells, ColumnRole.Member),
            MemberName = Cell(cells, ColumnRole.Name),
            Time = Time(Cell(cells, ColumnRole.Time)),
            Thread = Identity(cells, ColumnRole.Thread),
            ThreadPosition = Identity(cells, ColumnRole.Position),
            ReplyTo = Identity(cells, ColumnRole.ReplyTo),
            ReplyToIsPosition = _replyToIsPosition,
            Rating = Number(Cell(cells, ColumnRole.Rating)),
            Language = LanguageTag.Normalize(Cell(cells, ColumnRole.Language)),
            Kind = PostKinds.Parse(Cell(cells, ColumnRole.Kind)) ?? mapping.Kind,
            Label = mapping.LabelIndex < 0 || string.IsNullOrWhiteSpace(cells[mapping.LabelIndex]) ? null : cells[mapping.LabelIndex],
        };
        return Identify(post, cells);
    }

    private SourceRow Identify(RawPost post, string?[] cells)
    {
        if (_places[(int)ColumnRole.Id] < 0)
        {
            return SourceRow.Of(post with { ExternalId = _contentIds.Next(post) });
        }

        if (Identity(cells, ColumnRole.Id) is not { } id)
        {
            return SourceRow.Reject(source, post.Line, $"The id ({mapping[ColumnRole.Id]!.Column}) is empty.");
        }

        var textHash = ContentHash.Of(post.Text);
        if (!idsMayRepeat && !_ids.TryAdd(id, (post.Line, textHash)) && _ids[id] is var first && first.Text != textHash)
        {
            return SourceRow.Reject(source, post.Line, $"The id is already used in line {first.Line} with another text.");
        }

        return SourceRow.Of(post with { ExternalId = id });
    }

    // NUL says nothing to a reader, and PostgreSQL stores none.
    private string? Cell(string?[] cells, ColumnRole role)
    {
        var cell = _places[(int)role] is >= 0 and var place ? cells[place]?.Replace("\0", "", StringComparison.Ordinal) : null;
        return string.IsNullOrWhiteSpace(cell) ? null : cell;
    }

    /// <summary>An identity as text; a whole number written as a decimal (3.0) is the whole number.</summary>
    private string? Identity(string?[] cells, ColumnRole role)
    {
        var value = Cell(cells, role)?.Trim();
        return value is not null && value.EndsWith(".0", StringComparison.Ordinal) && value.AsSpan(0, value.Length - 2).IndexOfAnyExceptInRange('0', '9') < 0
            ? value[..^2]
            : value;
    }

    private DateTimeOffset? Time(string? value)
    {
        if (value is null)
        {
            return null;
        }

        if (!mapping.Times!.TryRead(value.Trim(), out var time))
        {
            report.UnreadableTimes++;
            return null;
        }

        if (!window.Contains(time))
        {
            report.ImplausibleTimes++;
            return null;
        }

        return time;
    }

    private static double? Number(string? value) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
}
