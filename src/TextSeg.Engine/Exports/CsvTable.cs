using System.Globalization;
using CsvHelper;

namespace TextSeg.Engine.Exports;

/// <summary>
/// Writes rows as CSV for spreadsheets. A text that begins like a formula (= + - @, tab or return) gets an apostrophe before it, since spreadsheets would run it (OWASP, CSV injection);
/// numbers are written as they are.
/// </summary>
public sealed class CsvTable(TextWriter writer) : IAsyncDisposable
{
    private readonly CsvWriter _csv = CsvWriter.Create(writer, CsvWriterOptions.Default with { Injection = CsvInjection.Escape, WriteByteOrderMark = false }, true);

    /// <summary>Writes a row; cells are texts, numbers, times, lists of texts or null.</summary>
    public async Task RowAsync(IEnumerable<object?> cells, CancellationToken cancellationToken = default)
    {
        foreach (var cell in cells)
        {
            Write(cell);
        }

        await _csv.EndRecordAsync(cancellationToken);
    }

    public ValueTask DisposeAsync() => _csv.DisposeAsync();

    private void Write(object? cell)
    {
        switch (cell)
        {
            case IEnumerable<string> list:
                _csv.WriteField(string.Join("; ", list));
                break;
            case DateTimeOffset time:
                _csv.WriteField(time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
                break;
            case string text:
                _csv.WriteField(text);
                break;
            case double number:
                _csv.WriteField(number, default);
                break;
            case IFormattable number:
                _csv.WriteField(Convert.ToInt64(number, CultureInfo.InvariantCulture), default);
                break;
            default:
                _csv.WriteField("");
                break;
        }
    }
}
