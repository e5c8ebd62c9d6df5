namespace TextSeg.Engine.Sources.Columns;

/// <summary>What a column can mean.</summary>
public enum ColumnRole
{
    Text,
    Time,
    ReplyTo,
    Position,
    Id,
    Thread,
    Member,
    Name,
    Title,
    Rating,
    Language,
    Kind,
}

/// <summary>How roles are written on the command line and in messages.</summary>
public static class ColumnRoles
{
    /// <summary>All roles in the order in which they are decided.</summary>
    public static readonly IReadOnlyList<ColumnRole> All = Enum.GetValues<ColumnRole>();

    /// <summary>The role in words, such as "reply-to".</summary>
    public static string Word(this ColumnRole role) => role == ColumnRole.ReplyTo ? "reply-to" : role.ToString().ToLowerInvariant();

    /// <summary>The role of a word; null when there is none.</summary>
    public static ColumnRole? Parse(string word)
    {
        var plain = word.Trim().ToLowerInvariant().Replace("_", "-", StringComparison.Ordinal);
        foreach (var role in All)
        {
            if (role.Word() == plain)
            {
                return role;
            }
        }

        return plain switch
        {
            "date" => ColumnRole.Time,
            "author" or "user" => ColumnRole.Member,
            "member-name" => ColumnRole.Name,
            _ => null,
        };
    }
}
