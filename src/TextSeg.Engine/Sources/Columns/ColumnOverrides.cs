namespace TextSeg.Engine.Sources.Columns;

/// <summary>Columns that the user named: <c>text=body,member=author</c>. A role without a column, <c>rating=</c>, is left out.</summary>
public sealed class ColumnOverrides
{
    private ColumnOverrides(IReadOnlyDictionary<ColumnRole, string> columns, IReadOnlyList<string> faults)
    {
        (Columns, Faults) = (columns, faults);
    }

    /// <summary>Column for each role named; the empty string turns a role off.</summary>
    public IReadOnlyDictionary<ColumnRole, string> Columns { get; }

    /// <summary>All faults, each a plain sentence.</summary>
    public IReadOnlyList<string> Faults { get; }

    /// <summary>Reads the form of the command line; faults are collected, not thrown.</summary>
    public static ColumnOverrides Parse(string text)
    {
        var columns = new Dictionary<ColumnRole, string>();
        List<string> faults = [];
        foreach (var part in text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var pair = part.Split('=', 2, StringSplitOptions.TrimEntries);
            if (pair.Length < 2 || ColumnRoles.Parse(pair[0]) is not { } role)
            {
                faults.Add($"'{part}' names no column: write ROLE=COLUMN, where ROLE is one of {string.Join(", ", ColumnRoles.All.Select(known => known.Word()))}.");
            }
            else if (!columns.TryAdd(role, pair[1]))
            {
                faults.Add($"The {role.Word()} column is named twice.");
            }
        }

        return new ColumnOverrides(columns, faults);
    }
}
