using TextSeg.Engine.Sources.Columns;
using TextSeg.Engine.Sources.Decoding;
using TextSeg.Engine.Sources.Tables;
using TextSeg.Engine.Sources.Times;

namespace TextSeg.Engine.Sources;

/// <summary>A file of records with columns: decoded, sampled to guess the columns, then streamed.</summary>
public abstract class TableSource : ISource
{
    private readonly InputFile _file;
    private readonly TimeProvider _clock;

    private protected TableSource(InputFile file, SourceOptions options, TimeProvider clock)
    {
        (_file, Options, _clock) = (file, options, clock);
        Report = new SourceReport { Path = file.Display };
    }

    /// <inheritdoc/>
    public string Name => Options.Name ?? _file.Name;

    /// <inheritdoc/>
    public SourceReport Report { get; private set; }

    /// <summary>The input when it is open already, as standard input is; read once.</summary>
    internal DecodedInput? Opened { get; init; }

    /// <summary>How the file is read.</summary>
    protected SourceOptions Options { get; }

    /// <inheritdoc/>
    public IAsyncEnumerable<SourceRow> ReadAsync(CancellationToken cancellationToken) => Read(cancellationToken).ToAsyncEnumerable();

    /// <summary>Opens the table at its first record.</summary>
    /// <param name="lines">Lines of the input, from the first.</param>
    /// <param name="head">The first characters, for guesses about the format.</param>
    private protected abstract Table OpenTable(LineReader lines, string head, char newline);

    private IEnumerable<SourceRow> Read(CancellationToken cancellationToken)
    {
        Report = new SourceReport { Path = _file.Display };
        using var input = Opened ?? DecodedInput.Open(_file);
        var newline = CsvDialect.Newline(input.Head);
        var lines = new LineReader(input.Reader, Options.MaxRecordCharacters, newline);
        var table = OpenTable(lines, input.Head, newline);
        (Report.Format, Report.Encoding) = (table.Format, input.EncodingName);
        using var rows = Guard(table.Rows, lines).GetEnumerator();
        var sample = TakeSample(rows);
        var mapper = Understand(table, sample);
        foreach (var row in Chain(sample, rows))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return mapper.Map(row);
        }

        (Report.ReplacedBytes, Report.RemovedNuls) = (input.ReplacedBytes, lines.RemovedNuls);
    }

    private RowMapper Understand(Table table, List<TableRow> sample)
    {
        string?[][] cells = [.. sample.Select(row => row.Cells).OfType<string?[]>()];
        if (cells.Length == 0)
        {
            throw new JobException(sample.Count == 0
                ? $"{_file.Display} holds column names and no records."
                : $"{_file.Display} holds no whole record. Line {sample[0].Line}: {sample[0].Fault}");
        }

        var guesser = new ColumnGuesser(_file.Display, table.Columns, cells);
        Report.Mapping = guesser.Guess(ColumnOverrides.Parse(Options.Columns), Options.Kind, Options.LabelColumn);
        return new RowMapper(Name, Report.Mapping, Report, new TimeWindow(_clock));
    }

    private List<TableRow> TakeSample(IEnumerator<TableRow> rows)
    {
        List<TableRow> sample = [];
        long characters = 0;
        while (sample.Count < Options.SampleRows && characters < Options.MaxRecordCharacters && rows.MoveNext())
        {
            sample.Add(rows.Current);
            characters += rows.Current.Cells?.Sum(cell => (long)(cell?.Length ?? 0)) ?? 0;
        }

        return sample;
    }

    private static IEnumerable<TableRow> Chain(List<TableRow> sample, IEnumerator<TableRow> rest)
    {
        foreach (var row in sample)
        {
            yield return row;
        }

        sample.Clear();
        while (rest.MoveNext())
        {
            yield return rest.Current;
        }
    }

    /// <summary>A file that breaks off while it is read (packed data cut short, a bad disk) ends with one rejected row; what was read before stays.</summary>
    private static IEnumerable<TableRow> Guard(IEnumerable<TableRow> rows, LineReader lines)
    {
        using var enumerator = rows.GetEnumerator();
        while (true)
        {
            string? fault = null;
            try
            {
                if (!enumerator.MoveNext())
                {
                    yield break;
                }
            }
            catch (Exception broken) when (broken is IOException or InvalidDataException)
            {
                fault = "The file breaks off here and the rest cannot be read: " + broken.Message;
            }

            if (fault is not null)
            {
                yield return TableRow.Bad(lines.Number + 1, fault);
                yield break;
            }

            yield return enumerator.Current;
        }
    }
}
