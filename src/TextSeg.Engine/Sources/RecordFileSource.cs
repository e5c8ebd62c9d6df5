using TextSeg.Engine.Sources.Decoding;
using TextSeg.Engine.Sources.Times;

namespace TextSeg.Engine.Sources;

/// <summary>A file whose records say themselves what their parts mean: nothing is guessed, and no column is named.</summary>
public abstract class RecordFileSource : ISource
{
    private readonly TimeProvider _clock;

    private protected RecordFileSource(InputFile file, SourceOptions options, TimeProvider clock)
    {
        (File, Options, _clock) = (file, options, clock);
        Report = new SourceReport { Path = file.Display };
    }

    /// <inheritdoc/>
    public string Name => Options.Name ?? File.Name;

    /// <inheritdoc/>
    public SourceReport Report { get; private set; }

    /// <summary>The input when it is open already, as standard input is; read once.</summary>
    internal DecodedInput? Opened { get; init; }

    /// <summary>The file.</summary>
    protected InputFile File { get; }

    /// <summary>How it is read.</summary>
    protected SourceOptions Options { get; }

    /// <inheritdoc/>
    public IAsyncEnumerable<SourceRow> ReadAsync(CancellationToken cancellationToken) => Read(cancellationToken).ToAsyncEnumerable();

    /// <summary>The records in order; the report's format and encoding are set before the first.</summary>
    private protected abstract IEnumerable<SourceRow> Rows(DecodedInput input, TimeWindow window);

    private IEnumerable<SourceRow> Read(CancellationToken cancellationToken)
    {
        Report = new SourceReport { Path = File.Display };
        using var input = Opened ?? DecodedInput.Open(File);
        using var rows = Rows(input, new TimeWindow(_clock)).GetEnumerator();
        long last = 0;
        while (Next(rows, last) is { } row)
        {
            cancellationToken.ThrowIfCancellationRequested();
            last = row.Post?.Line ?? row.Rejected!.Line;
            _ = row.Post is null ? Report.Rejected++ : Report.Taken++;
            yield return row;
        }

        Report.ReplacedBytes = input.ReplacedBytes;
    }

    /// <summary>A file that breaks off while it is read ends with one rejected row; what was read before stays.</summary>
    private SourceRow? Next(IEnumerator<SourceRow> rows, long last)
    {
        try
        {
            return rows.MoveNext() ? rows.Current : null;
        }
        catch (Exception broken) when (broken is IOException or InvalidDataException)
        {
            return SourceRow.Reject(Name, last + 1, "The file breaks off after this record and the rest cannot be read: " + broken.Message);
        }
    }
}
