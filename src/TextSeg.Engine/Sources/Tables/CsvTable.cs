using TextSeg.Engine.Sources.Columns;
using TextSeg.Engine.Sources.Decoding;

namespace TextSeg.Engine.Sources.Tables;

/// <summary>A table of delimited text: comma, semicolon, tab or bar, or no columns at all (each line a text).</summary>
internal static class CsvTable
{
    private const int LongHeading = 80;

    /// <summary>Opens the table at its first record. A first record that looks like data is taken as data, and the columns are numbered.</summary>
    public static Table Open(LineReader lines, string head, char newline, int maxCharacters)
    {
        var delimiter = CsvDialect.GuessDelimiter(head, newline);
        var records = new CsvRecordReader(lines, delimiter ?? '\0', maxCharacters);
        var rows = ReadRows(records, delimiter).GetEnumerator();
        var first = rows.MoveNext() ? rows.Current : default;
        if (first.Cells is null)
        {
            throw new JobException($"The first line holds no column names: {first.Fault}");
        }

        var isHeader = LooksLikeHeader(first.Cells, delimiter);
        var columns = isHeader ? Name(first.Cells) : Name(new string?[first.Cells.Length]);
        return new Table(
            CsvDialect.Describe(delimiter) + (isHeader ? "" : ", without column names"),
            columns,
            Fit(isHeader ? null : first, rows, columns.Length));
    }

    private static IEnumerable<TableRow> ReadRows(CsvRecordReader records, char? delimiter)
    {
        while (records.TryRead(out var line, out var record, out var fault))
        {
            yield return fault is null
                ? new TableRow(line, delimiter is { } by ? CsvFields.Split(record!, by) : [record!], null)
                : TableRow.Bad(line, fault);
        }
    }

    private static IEnumerable<TableRow> Fit(TableRow? first, IEnumerator<TableRow> rest, int columns)
    {
        if (first is { } data)
        {
            yield return data;
        }

        using (rest)
        {
            while (rest.MoveNext())
            {
                yield return Fit(rest.Current, columns);
            }
        }
    }

    private static TableRow Fit(TableRow row, int columns)
    {
        if (row.Cells is not { } cells || cells.Length == columns)
        {
            return row;
        }

        return cells.Length > columns && cells.Skip(columns).All(string.IsNullOrEmpty)
            ? row with { Cells = cells[..columns] }
            : TableRow.Bad(row.Line, $"The row has {cells.Length} columns and the header {columns}.");
    }

    private static bool LooksLikeHeader(string?[] cells, char? delimiter)
    {
        if (delimiter is null)
        {
            return ColumnNames.IsTextName(cells[0] ?? "");
        }

        var filled = cells.Where(cell => !string.IsNullOrWhiteSpace(cell)).ToArray();
        return filled.All(cell => cell!.Length <= LongHeading && !double.TryParse(cell, out _) && cell.Any(char.IsLetter))
            && filled.Distinct().Count() == filled.Length;
    }

    private static string[] Name(string?[] headings)
    {
        var names = new string[headings.Length];
        var used = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < names.Length; i++)
        {
            var wanted = string.IsNullOrWhiteSpace(headings[i]) ? $"column {i + 1}" : headings[i]!.Trim();
            names[i] = wanted;
            for (var copy = 2; !used.Add(names[i]); copy++)
            {
                names[i] = $"{wanted} ({copy})";
            }
        }

        return names;
    }
}
