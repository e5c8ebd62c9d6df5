using TextSeg.Engine.Sources;
using TextSeg.Engine.Storage;

namespace TextSeg.Engine.Ingestion;

/// <summary>Writes the records of one source, a batch in one transaction.</summary>
internal sealed class PostIntake : IDisposable
{
    private readonly Workspace _workspace;
    private readonly RejectedRowWriter _rejected;
    private readonly PostWriter _writer;
    private readonly ArrivalWriter _arrivals;
    private readonly string _source;

    /// <param name="workspace">Where posts are kept.</param>
    /// <param name="source">Name of the source.</param>
    /// <param name="list">Rejected rows for the user; null for none.</param>
    /// <param name="clock">Tells since when a post waits for its stages.</param>
    /// <param name="goesOn">Whether this reading goes on after the last one, so that rejected rows of earlier readings stay.</param>
    public PostIntake(Workspace workspace, string source, RejectedRowList? list, TimeProvider clock, bool goesOn = false)
    {
        (_workspace, _source, _rejected, _writer) = (workspace, source, new RejectedRowWriter(workspace.Connection, source, list, goesOn), new PostWriter(workspace.Connection, clock));
        _arrivals = new ArrivalWriter(workspace.Connection, clock);
    }

    /// <summary>Told what became of each record, when its batch is stored for good.</summary>
    public Action<IReadOnlyList<RowAnswer>>? Answered { get; init; }

    /// <summary>Told what became of each record within the transaction that stores it, so that what is noted then is there if and only if the posts are.</summary>
    public Action<IReadOnlyList<RowAnswer>>? NotedWith { get; init; }

    /// <summary>Posts written or found unchanged.</summary>
    public long Posts => _writer.Added + _writer.Changed + _writer.Unchanged;

    /// <summary>Records that could not be taken.</summary>
    public long Rejected { get; private set; }

    /// <summary>Writes one batch.</summary>
    /// <param name="batch">The records.</param>
    /// <param name="within">What else happens in the same transaction; null for nothing.</param>
    public void Take(IReadOnlyList<SourceRow> batch, Action? within = null)
    {
        var answers = Answered is null && NotedWith is null ? null : new List<RowAnswer>(batch.Count);
        _workspace.Connection.InTransaction(() =>
        {
            Write(batch, answers);
            NotedWith?.Invoke(answers!);
            within?.Invoke();
        });
        Answered?.Invoke(answers!);
    }

    /// <summary>Adds what was done to a result.</summary>
    public void AddTo(IngestResult result)
    {
        (result.Added, result.Changed, result.Unchanged) = (result.Added + _writer.Added, result.Changed + _writer.Changed, result.Unchanged + _writer.Unchanged);
        result.Rejected += Rejected;
        result.RejectedLists.AddRange(_rejected.ListPath is { } path ? [path] : []);
    }

    public void Dispose()
    {
        _rejected.Dispose();
        _writer.Dispose();
        _arrivals.Dispose();
    }

    private void Write(IReadOnlyList<SourceRow> batch, List<RowAnswer>? answers)
    {
        var (before, rejectedBefore) = (_writer.Added + _writer.Changed, Rejected);
        foreach (var row in batch)
        {
            if (row.Post is { } post && !IdLengths.AreGood(post))
            {
                Reject(new RejectedRow(post.Source, post.Line, IdLengths.Reason), answers);
            }
            else if (row.Post is { } good)
            {
                var outcome = _writer.Write(good);
                answers?.Add(new RowAnswer(good.Line, good.ExternalId, outcome, null));
            }
            else
            {
                Reject(row.Rejected!, answers);
            }
        }

        _arrivals.Add(_source, _writer.Added + _writer.Changed - before, Rejected - rejectedBefore);
        if (_writer.Added + _writer.Changed > before)
        {
            Settings.Write(_workspace.Connection, Settings.Unprepared, "1");
        }
    }

    private void Reject(RejectedRow row, List<RowAnswer>? answers)
    {
        _rejected.Write(row);
        Rejected++;
        answers?.Add(new RowAnswer(row.Line, null, RowOutcome.Rejected, row.Reason));
    }
}
