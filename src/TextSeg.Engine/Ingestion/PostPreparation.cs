using TextSeg.Engine.Queries;
using TextSeg.Engine.Sources;
using TextSeg.Engine.Storage;
using TextSeg.Mining;
using TextSeg.Nlp.Cleaning;
using TextSeg.Nlp.Privacy;

namespace TextSeg.Engine.Ingestion;

/// <summary>
/// Cleans and masks all posts. Names of members are masked in every post, so a new member may change old posts: the whole
/// workspace is looked at, and only what differs is written. The outcome is the same whether posts came at once or in parts.
/// </summary>
internal sealed class PostPreparation(Workspace workspace, IngestOptions options)
{
    private readonly TextCleaner _cleaner = new();

    /// <param name="knowledge">What masking needs to know.</param>
    /// <param name="progress">Told what is done.</param>
    /// <param name="cancellationToken">Stops between two batches.</param>
    public void Run(MaskingKnowledge knowledge, IProgress<StageProgress>? progress, CancellationToken cancellationToken)
    {
        using var activity = Telemetry.Begin("prepare");
        var ids = workspace.Connection.Query("SELECT Id FROM Posts ORDER BY Id", row => row.GetInt64(0)).ToArray();
        var done = 0;
        foreach (var batch in ids.Chunk(options.BatchPosts))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var changed = Prepare(Read(batch), knowledge.Masker);
            if (changed.Count > 0)
            {
                workspace.Connection.InTransaction(() => Write(changed));
            }

            done += batch.Length;
            progress?.Report(new StageProgress("clean", done, ids.Length));
        }
    }

    private List<Row> Read(long[] ids) => [.. workspace.Connection.Query(
        $"SELECT Id, Kind, Title, RawText, Prose, Masked, HasCode FROM Posts WHERE Id IN ({workspace.Connection.Provider.NumbersIn("$1")})",
        row => new Row(row.GetInt64(0), Enum.Parse<PostKind>(row.GetString(1)), row.Text(2), row.GetString(3), row.Text(4), row.Text(5), row.GetInt64(6) == 1),
        SqlList.Of(ids))];

    private List<(Row Row, PreparedText Text)> Prepare(List<Row> rows, PersonalDataMasker masker)
    {
        var texts = new PreparedText[rows.Count];
        var threads = new ParallelOptions { MaxDegreeOfParallelism = options.Threads == 0 ? Environment.ProcessorCount : options.Threads };
        Parallel.For(0, rows.Count, threads, i => texts[i] = PreparedText.Of(rows[i].Kind, rows[i].Title, rows[i].RawText, _cleaner, masker));
        return [.. rows.Zip(texts).Where(pair => !pair.Second.IsAs(pair.First.Prose, pair.First.Masked, pair.First.HasCode))];
    }

    /// <summary>Those of some posts that were cleaned before and would be cleaned otherwise now. Only reads.</summary>
    public List<long> Differing(MaskingKnowledge knowledge, long[] ids) => [.. Prepare(Read(ids), knowledge.Masker).Where(pair => pair.Row.Prose is not null).Select(pair => pair.Row.Id)];

    private void Write(List<(Row Row, PreparedText Text)> changed)
    {
        using var update = workspace.Connection.Prepare(
            "UPDATE Posts SET Prose = $2, HasCode = $3, Masked = $4, TextKey = $5, NeedsVector = 1, Language = NULL, Links = $6, Emoji = $7 WHERE Id = $1", 7);
        foreach (var (row, text) in changed)
        {
            update.Bind(row.Id, text.Prose, text.HasCode, text.Masked, text.TextKey, text.Links, text.Emoji).ExecuteNonQuery();
        }

        workspace.Connection.Provider.Words.Write(workspace.Connection, changed.Select(pair => (pair.Row.Id, SearchWords.ForIndex(pair.Text.Prose))));
    }

    private sealed record Row(long Id, PostKind Kind, string? Title, string RawText, string? Prose, string? Masked, bool HasCode);
}
