using System.Collections.Frozen;
using TextSeg.Engine.Sources.Columns;
using TextSeg.Engine.Sources.Times;

namespace TextSeg.Engine.Sources.Tables;

/// <summary>
/// Names of the fields of a post sent as JSON. Each meaning has the name that <c>--columns</c> gives it and a few usual ones;
/// case, underscores and hyphens do not matter. Other fields are left out. Times are ISO 8601 or Unix seconds or milliseconds.
/// </summary>
public static class PostFields
{
    private static readonly FrozenDictionary<string, ColumnRole> Roles = new Dictionary<string, string>
    {
        ["text"] = "text|body|content|message",
        ["time"] = "time|date|created|created at|timestamp|posted at|sent at",
        ["reply-to"] = "reply to|reply to id|in reply to|parent|parent id",
        ["position"] = "position|post number|turn",
        ["id"] = "id|post id|message id",
        ["thread"] = "thread|thread id|topic id|conversation|conversation id|ticket id",
        ["member"] = "member|member id|author|author id|user|user id",
        ["name"] = "name|member name|author name|user name|username",
        ["title"] = "title|subject",
        ["rating"] = "rating|stars|score",
        ["language"] = "language|lang|locale",
        ["kind"] = "kind|type|channel",
    }.SelectMany(pair => pair.Value.Split('|').Select(name => (name, Role: ColumnRoles.Parse(pair.Key)!.Value))).ToFrozenDictionary(pair => pair.name, pair => pair.Role);

    /// <summary>All names with what they mean.</summary>
    public static IEnumerable<KeyValuePair<string, ColumnRole>> All => Roles.OrderBy(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal);

    /// <summary>What a field means; null when it is none of a post.</summary>
    public static ColumnRole? RoleOf(string field) => Roles.TryGetValue(ColumnNames.Normalize(field), out var role) ? role : null;

    internal static ColumnMapping Mapping(PostKind kind, bool hasId)
    {
        var columns = ColumnRoles.All.Select(role => role.Word()).ToArray();
        var choices = ColumnRoles.All.Where(role => hasId || role != ColumnRole.Id)
            .Select(role => new ColumnChoice(role, columns[(int)role], (int)role, 1, "the field's name", [])).ToArray();
        return new ColumnMapping(columns, choices, kind, "unless the post says so") { Times = TimeReader.Learn([]) };
    }
}
