using TextSeg.Engine.Sources.Decoding;

namespace TextSeg.Engine.Sources.Tables;

/// <summary>
/// Cuts lines into records, so that one broken record costs one row: when a quote is never closed only the line
/// that opened it is given up, and reading goes on with the line after it.
/// </summary>
internal sealed class CsvRecordReader(LineReader lines, char delimiter, int maxCharacters)
{
    private readonly CsvQuotes _quotes = new(delimiter);
    private readonly LinkedList<(long Number, string? Text)> _pending = new();

    /// <summary>Reads one record; blank lines between records are passed over.</summary>
    /// <param name="line">Line on which it starts.</param>
    /// <param name="record">Its text; null when there is a fault.</param>
    /// <param name="fault">One plain sentence; null for a whole record.</param>
    /// <returns>False at the end of the input.</returns>
    public bool TryRead(out long line, out string? record, out string? fault)
    {
        record = fault = null;
        while (TryTake(out line, out var text))
        {
            if (text is null)
            {
                fault = $"The line is longer than {maxCharacters:N0} characters.";
                return true;
            }

            if (text.AsSpan().Trim().IsEmpty)
            {
                continue;
            }

            _quotes.Reset();
            _quotes.Accept(text);
            record = _quotes.IsOpen ? TakeRest(text) : text;
            fault = record is null ? "A quote is opened in this line and never closed." : null;
            return true;
        }

        return false;
    }

    private bool TryTake(out long number, out string? text)
    {
        if (_pending.First is { } first)
        {
            (number, text) = first.Value;
            _pending.RemoveFirst();
            return true;
        }

        var more = lines.TryRead(out text);
        number = lines.Number;
        return more;
    }

    private string? TakeRest(string first)
    {
        List<(long Number, string? Text)> taken = [];
        long length = first.Length;
        while (TryTake(out var number, out var text))
        {
            taken.Add((number, text));
            length += text?.Length ?? int.MaxValue;
            if (length > maxCharacters || !_quotes.Accept(text!))
            {
                break;
            }

            if (!_quotes.IsOpen)
            {
                return string.Join('\n', taken.Select(part => part.Text).Prepend(first));
            }
        }

        for (var i = taken.Count - 1; i >= 0; i--)
        {
            _pending.AddFirst(taken[i]);
        }

        return null;
    }
}
