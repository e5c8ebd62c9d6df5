using System.Data.Common;
using System.Runtime.CompilerServices;
using TextSeg.Engine.Hosting;
using TextSeg.Engine.Ingestion;
using TextSeg.Engine.MemberRights;
using TextSeg.Engine.Storage;

namespace TextSeg.Engine.Behaviour;

/// <summary>Stores what members did elsewhere. An event is known by source and id: the same again changes nothing, another content is a change.</summary>
public sealed class EventIntake(LiveWorkspace live, ErasureReceipts erasures)
{
    private const int BatchRecords = 1_000;

    /// <summary>Stores the events; the answers of a batch come when it is stored for good.</summary>
    /// <param name="source">Name of the source: the one under which the members' posts came.</param>
    /// <param name="records">What came.</param>
    /// <param name="cancellationToken">Stops between two batches.</param>
    public async IAsyncEnumerable<IReadOnlyList<RowAnswer>> TakeAsync(string source, IAsyncEnumerable<EventRecord> records, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var batch in records.Chunk(BatchRecords).WithCancellation(cancellationToken))
        {
            yield return await live.WriteAsync(
                async workspace =>
                {
                    var isKeptOut = await erasures.KeptOutAsync(live.Name, cancellationToken);
                    return Store(workspace, source, batch, isKeptOut);
                },
                cancellationToken);
        }
    }

    private static List<RowAnswer> Store(Workspace workspace, string source, EventRecord[] batch, Func<string, string, bool>? isKeptOut)
    {
        List<RowAnswer> answers = [];
        workspace.Connection.InTransaction(() =>
        {
            using var writer = new Writer(workspace.Connection);
            answers.AddRange(batch.Select(record => record.Fault is { } fault
                ? new RowAnswer(record.Line, null, RowOutcome.Rejected, fault)
                : isKeptOut?.Invoke(source, record.Member) == true
                    ? new RowAnswer(record.Line, null, RowOutcome.Rejected, "The member was erased from this workspace, and what they do is kept out.")
                    : new RowAnswer(record.Line, record.Id, writer.Write(source, record), null)));
        });
        return answers;
    }

    private sealed class Writer(DbConnection connection) : IDisposable
    {
        private readonly MemberWriter _members = new(connection);
        private readonly DbCommand _insert = connection.Prepare("INSERT INTO MemberEvents (MemberId, Source, ExternalId, Kind, Time, Value) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (Source, ExternalId) DO NOTHING", 6);
        private readonly DbCommand _update = connection.Prepare(
            "UPDATE MemberEvents SET MemberId = $1, Kind = $4, Time = $5, Value = $6 WHERE Source = $2 AND ExternalId = $3 AND (MemberId <> $1 OR Kind <> $4 OR Time <> $5 OR COALESCE(Value, 0) <> COALESCE($6, 0))", 6);

        public RowOutcome Write(string source, EventRecord record)
        {
            object?[] values = [_members.IdOf(source, record.Member, null), source, record.Id, record.Kind, record.Time.ToUnixTimeMilliseconds(), record.Value];
            return _insert.Bind(values).ExecuteNonQuery() == 1 ? RowOutcome.Added : _update.Bind(values).ExecuteNonQuery() == 1 ? RowOutcome.Changed : RowOutcome.Unchanged;
        }

        public void Dispose()
        {
            _members.Dispose();
            _insert.Dispose();
            _update.Dispose();
        }
    }
}
