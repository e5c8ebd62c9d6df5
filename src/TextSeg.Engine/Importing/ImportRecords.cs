using System.Globalization;
using System.Text.Json;
using TextSeg.Engine.Ingestion;
using TextSeg.Engine.Queries;
using TextSeg.Engine.Storage;

namespace TextSeg.Engine.Importing;

/// <summary>What a workspace knows of an import, written in the transaction that stores the posts: how many records were taken, and which were rejected.</summary>
public sealed class ImportRecords(Workspace workspace, long import)
{
    /// <summary>Beginning of the names under which rejected records of imports are kept, beside those of sources; no source is named so.</summary>
    internal const string Prefix = "\u001Fimport:";

    private readonly string _key = Prefix + import.ToString(CultureInfo.InvariantCulture);

    /// <summary>What became of the records so far.</summary>
    internal ImportCounts Read() =>
        Settings.Read(workspace.Connection, Settings.ImportOf(import)) is { } stored ? JsonSerializer.Deserialize<ImportCounts>(stored, StoredJson.Options)! : ImportCounts.None;

    /// <summary>Records that could not be taken, by line.</summary>
    public IReadOnlyList<RejectedRecord> Rejected(long after, int limit) => [.. workspace.Connection.Query(
        "SELECT Line, Reason FROM RejectedRows WHERE Source = $1 AND Line > $2 ORDER BY Line LIMIT $3", row => new RejectedRecord(row.GetInt64(0), row.GetString(1)), _key, after, limit)];

    /// <summary>Notes a batch, within the transaction that stores it.</summary>
    internal void Note(IReadOnlyList<RowAnswer> answers)
    {
        var before = Read();
        var counts = answers.CountBy(answer => answer.Outcome).ToDictionary();
        Settings.Write(workspace.Connection, Settings.ImportOf(import), JsonSerializer.Serialize(
            new ImportCounts(
                before.Records + answers.Count, before.Added + counts.GetValueOrDefault(RowOutcome.Added), before.Changed + counts.GetValueOrDefault(RowOutcome.Changed),
                before.Unchanged + counts.GetValueOrDefault(RowOutcome.Unchanged), before.Rejected + counts.GetValueOrDefault(RowOutcome.Rejected)),
            StoredJson.Options));
        using var insert = workspace.Connection.Prepare("INSERT INTO RejectedRows (Source, Line, Reason) VALUES ($1, $2, $3) ON CONFLICT (Source, Line) DO UPDATE SET Reason = excluded.Reason", 3);
        foreach (var answer in answers.Where(answer => answer.Outcome == RowOutcome.Rejected))
        {
            insert.Bind(_key, answer.Line, answer.Reason).ExecuteNonQuery();
        }
    }

    /// <summary>Lets all of it go.</summary>
    internal void Forget() => workspace.Connection.InTransaction(() =>
    {
        using var rows = workspace.Connection.Prepare("DELETE FROM RejectedRows WHERE Source = $1", 1);
        rows.Bind(_key).ExecuteNonQuery();
        using var counts = workspace.Connection.Prepare("DELETE FROM Settings WHERE Key = $1", 1);
        counts.Bind(Settings.ImportOf(import)).ExecuteNonQuery();
    });
}
