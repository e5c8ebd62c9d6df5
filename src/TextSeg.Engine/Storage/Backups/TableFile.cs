using System.Data.Common;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace TextSeg.Engine.Storage.Backups;

/// <summary>A table as JSON lines: an object for each row, in the order of the table's key, one row in memory at a time.</summary>
internal static class TableFile
{
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes all rows and says how many there are.</summary>
    public static long Write(DbConnection connection, TableShape table, Stream stream)
    {
        var names = string.Join(", ", table.Columns.Select(column => column.Name));
        using var json = new Utf8JsonWriter(stream, Writing);
        var rows = 0L;
        foreach (var _ in connection.Query($"SELECT {names} FROM {table.Name} ORDER BY {string.Join(", ", table.Key)}", row => WriteRow(json, row, table.Columns)))
        {
            json.Flush();
            stream.WriteByte((byte)'\n');
            json.Reset();
            rows++;
        }

        return rows;
    }

    /// <summary>Puts all rows into a table.</summary>
    /// <exception cref="JobException">A line is no row of this table.</exception>
    public static long Read(string path, TableShape table, RowWriter writer)
    {
        var values = new object?[table.Columns.Count];
        var places = table.Columns.Select((column, place) => (column.Name, place)).ToDictionary(pair => pair.Name, pair => pair.place);
        var rows = 0L;
        foreach (var line in File.ReadLines(path))
        {
            Array.Clear(values);
            rows++;
            using var row = JsonDocument.Parse(line);
            foreach (var property in row.RootElement.EnumerateObject())
            {
                if (!places.TryGetValue(property.Name, out var place))
                {
                    throw new JobException($"A newer textseg wrote this backup: its table {table.Name} has a column {property.Name}. Use that version.");
                }

                values[place] = ValueOf(property.Value, table.Columns[place].Kind);
            }

            writer.Write(values);
        }

        return rows;
    }

    private static bool WriteRow(Utf8JsonWriter json, DbDataReader row, IReadOnlyList<ColumnShape> columns)
    {
        json.WriteStartObject();
        for (var place = 0; place < columns.Count; place++)
        {
            if (row.IsDBNull(place))
            {
                continue;
            }

            json.WritePropertyName(columns[place].Name);
            switch (columns[place].Kind)
            {
                case ColumnKind.Text:
                    json.WriteStringValue(row.GetString(place));
                    break;
                case ColumnKind.Real:
                    json.WriteNumberValue(row.GetDouble(place));
                    break;
                default:
                    json.WriteNumberValue(row.GetInt64(place));
                    break;
            }
        }

        json.WriteEndObject();
        return true;
    }

    private static object? ValueOf(JsonElement value, ColumnKind kind) => kind switch
    {
        _ when value.ValueKind == JsonValueKind.Null => null,
        ColumnKind.Text => value.GetString(),
        ColumnKind.Real => value.GetDouble(),
        _ => value.GetInt64(),
    };
}
