namespace TextSeg.Engine.Sources.Tables;

/// <summary>One record of a table: its cells in the order of the columns, or the fault that made it unreadable.</summary>
/// <param name="Line">Line on which it starts, from 1.</param>
/// <param name="Cells">One value for each column, null where absent; null when there is a fault.</param>
/// <param name="Fault">One plain sentence; null for a good row.</param>
internal readonly record struct TableRow(long Line, string?[]? Cells, string? Fault)
{
    public static TableRow Bad(long line, string fault) => new(line, null, fault);
}

/// <summary>A table that is read once, from front to end.</summary>
/// <param name="Format">The format in words.</param>
/// <param name="Columns">Names of the columns, all different.</param>
/// <param name="Rows">The records; enumerated once.</param>
internal sealed record Table(string Format, IReadOnlyList<string> Columns, IEnumerable<TableRow> Rows);
