using System.Text.Json;
using TextSeg.Engine.Sources.Columns;
using TextSeg.Engine.Sources.Times;

namespace TextSeg.Engine.Sources.Tables;

/// <summary>
/// Reads single posts as JSON objects, as programs send them: fields are known by name (<see cref="PostFields"/>), not guessed.
/// Texts, times and ids are checked as those of a JSON Lines file are. One reader serves one batch, in which an id has one text, or a stream.
/// </summary>
public sealed class PostReader
{
    private readonly string _source;
    private readonly SourceReport _seen;
    private readonly RowMapper _withId;
    private readonly RowMapper _withoutId;

    /// <param name="source">Name of the source, part of every post's key.</param>
    /// <param name="clock">Tells which times are plausible.</param>
    /// <param name="kind">Kind of posts that do not state one.</param>
    /// <param name="idsMayRepeat">Whether a post may come again with another text: in a stream that is a change, in a batch a mistake.</param>
    public PostReader(string source, TimeProvider clock, PostKind kind = PostKind.Forum, bool idsMayRepeat = false)
    {
        (_source, _seen) = (source, new SourceReport { Path = source });
        var window = new TimeWindow(clock);
        _withId = new RowMapper(source, PostFields.Mapping(kind, hasId: true), _seen, window, idsMayRepeat);
        _withoutId = new RowMapper(source, PostFields.Mapping(kind, hasId: false), _seen, window, idsMayRepeat);
    }

    /// <summary>Posts whose time was unreadable, before 1990 or in the future; they are kept without a time.</summary>
    public long TimesLeftOut => _seen.UnreadableTimes + _seen.ImplausibleTimes;

    /// <summary>Reads one object; what is wrong with it becomes the reason of a rejected row.</summary>
    /// <param name="line">Number of the record in its batch, from 1.</param>
    /// <param name="json">One JSON object.</param>
    /// <param name="idWithout">Id of a post that states none; null: one is made from its content.</param>
    public SourceRow Read(long line, string json, string? idWithout = null)
    {
        var cells = new string?[ColumnRoles.All.Count];
        try
        {
            JsonFields.Read(json, (name, value) => Put(cells, name, value));
        }
        catch (JsonException)
        {
            return SourceRow.Reject(_source, line, "The record is no JSON object.");
        }

        ref var id = ref cells[(int)ColumnRole.Id];
        id = string.IsNullOrWhiteSpace(id) ? idWithout : id;
        return (id is null ? _withoutId : _withId).Map(new TableRow(line, cells, null));
    }

    private static void Put(string?[] cells, string name, string? value)
    {
        if (PostFields.RoleOf(name) is { } role)
        {
            cells[(int)role] ??= value;
        }
    }
}
