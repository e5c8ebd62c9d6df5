using System.Text.Json;
using TextSeg.Engine.Sources.Decoding;

namespace TextSeg.Engine.Sources.Tables;

/// <summary>A table of JSON objects; its columns are the names found in the first records.</summary>
internal static class JsonTable
{
    /// <param name="sampleRows">Records whose names become the columns.</param>
    public static Table Open(LineReader lines, JsonShape shape, int sampleRows, int maxCharacters)
    {
        var records = Parse(ReadRecords(lines, shape, maxCharacters)).GetEnumerator();
        List<(long Line, Dictionary<string, string?>? Cells, string? Fault)> sample = [];
        var columns = new List<string>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        while (sample.Count < sampleRows && records.MoveNext())
        {
            sample.Add(records.Current);
            foreach (var name in records.Current.Cells?.Keys.Where(name => places.TryAdd(name, places.Count)) ?? [])
            {
                columns.Add(name);
            }
        }

        return new Table(JsonShapes.Describe(shape), columns, Place(sample, records, places));
    }

    private static IEnumerable<(long Line, string? Json, string? Fault)> ReadRecords(LineReader lines, JsonShape shape, int maxCharacters)
    {
        if (shape != JsonShape.Lines)
        {
            var objects = new JsonObjectReader(lines, shape == JsonShape.WrappedArray ? 1 : 0, maxCharacters);
            while (objects.TryRead(out var line, out var json, out var fault))
            {
                yield return (line, json, fault);
            }

            yield break;
        }

        while (lines.TryRead(out var text))
        {
            if (text is null || !string.IsNullOrWhiteSpace(text))
            {
                yield return (lines.Number, text, text is null ? $"The line is longer than {maxCharacters:N0} characters." : null);
            }
        }
    }

    private static IEnumerable<(long Line, Dictionary<string, string?>? Cells, string? Fault)> Parse(
        IEnumerable<(long Line, string? Json, string? Fault)> records)
    {
        foreach (var (line, json, fault) in records)
        {
            yield return json is null ? (line, null, fault) : ParseOne(line, json);
        }
    }

    private static (long Line, Dictionary<string, string?>? Cells, string? Fault) ParseOne(long line, string json)
    {
        var cells = new Dictionary<string, string?>(StringComparer.Ordinal);
        try
        {
            JsonFields.Read(json.TrimStart('\uFEFF'), (name, value) => cells[name] = value);
            return (line, cells, null);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return (line, null, "The record is not a whole JSON object.");
        }
    }

    private static IEnumerable<TableRow> Place(
        List<(long Line, Dictionary<string, string?>? Cells, string? Fault)> sample,
        IEnumerator<(long Line, Dictionary<string, string?>? Cells, string? Fault)> rest,
        Dictionary<string, int> places)
    {
        foreach (var (line, cells, fault) in sample)
        {
            yield return new TableRow(line, Order(cells, places), fault);
        }

        sample.Clear();
        using (rest)
        {
            while (rest.MoveNext())
            {
                yield return new TableRow(rest.Current.Line, Order(rest.Current.Cells, places), rest.Current.Fault);
            }
        }
    }

    private static string?[]? Order(Dictionary<string, string?>? cells, Dictionary<string, int> places)
    {
        if (cells is null)
        {
            return null;
        }

        var row = new string?[places.Count];
        foreach (var (name, value) in cells)
        {
            if (places.TryGetValue(name, out var place))
            {
                row[place] = value;
            }
        }

        return row;
    }
}
