using System.Runtime.CompilerServices;
using TextSeg.Engine.Sources;

namespace TextSeg.Engine.Importing;

/// <summary>The records of a file. One that cannot be read, or not to its end, gives those that it has and the fault.</summary>
internal sealed class ImportRows(Func<ISource> open)
{
    private ISource? _source;

    /// <summary>How the file was understood; null where it could not be opened.</summary>
    public SourceReport? Report => _source?.Report;

    /// <summary>What was wrong with the file, one sentence; null for nothing.</summary>
    public string? Fault { get; private set; }

    /// <summary>The records behind the first ones.</summary>
    public async IAsyncEnumerable<SourceRow> ReadAsync(long after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var rows = Enumerate(cancellationToken);
        for (var number = 0L; rows is not null && await MoveAsync(rows); number++)
        {
            if (number >= after)
            {
                yield return rows.Current;
            }
        }
    }

    private IAsyncEnumerator<SourceRow>? Enumerate(CancellationToken cancellationToken)
    {
        try
        {
            _source = open();
            return _source.ReadAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
        }
        catch (JobException fault)
        {
            Fault = fault.Message;
            return null;
        }
    }

    private async ValueTask<bool> MoveAsync(IAsyncEnumerator<SourceRow> rows)
    {
        try
        {
            return await rows.MoveNextAsync();
        }
        catch (JobException fault)
        {
            Fault = fault.Message;
            return false;
        }
    }
}
