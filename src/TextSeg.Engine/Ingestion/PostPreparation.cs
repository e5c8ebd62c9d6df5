using System.Data.Common;
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
    private const int CorpusSample = 20_000;
    private readonly TextCleaner _cleaner = new();

    /// <param name="onlyNew">Leave posts that were cleaned before as they are.</param>
    /// <param name="progress">Told what is done.</param>
    /// <param name="cancellationToken">Stops between two batches.</param>
    public void Run(bool onlyNew, IProgress<StageProgress>? progress, CancellationToken cancellationToken)
    {
        var masker = new PersonalDataMasker(MemberNames(), CommonWords(), Evidence());
        var ids = workspace.Connection.Query("SELECT Id FROM Posts WHERE $1 = 0 OR Prose IS NULL ORDER BY Id", row => row.GetInt64(0), onlyNew).ToArray();
        var done = 0;
        foreach (var batch in ids.Chunk(options.BatchPosts))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var changed = Prepare(Read(batch[0], batch[^1], onlyNew), masker);
            if (changed.Count > 0)
            {
                workspace.Connection.InTransaction(() => Write(changed));
            }

            done += batch.Length;
            progress?.Report(new StageProgress("clean", done, ids.Length));
        }
    }

    private List<string> MemberNames() => [.. workspace.Connection
        .Query("SELECT DISTINCT COALESCE(Name, ExternalId) FROM Members ORDER BY 1", row => row.GetString(0)).Where(name => name.Any(char.IsLetter))];

    /// <summary>From posts chosen by their content, so that the order of posts does not matter.</summary>
    private IReadOnlySet<string> CommonWords() => CorpusWords.Of(workspace.Connection.Query(
        "SELECT RawText FROM Posts ORDER BY ContentHash, Source, ExternalId LIMIT $1", row => row.GetString(0), CorpusSample));

    private NameEvidence Evidence()
    {
        var evidence = new NameEvidence();
        ForEachPost(evidence.Note);
        ForEachPost(evidence.Count);
        return evidence;
    }

    private void ForEachPost(Action<string?, string?, string> look)
    {
        foreach (var (author, thread, text) in workspace.Connection.Query(
            """
            SELECT COALESCE(Members.Name, Members.ExternalId), Posts.Thread, Posts.RawText
            FROM Posts LEFT JOIN Members ON Members.Id = Posts.MemberId ORDER BY Posts.Id
            """,
            row => (row.Text(0), row.Text(1), row.GetString(2))))
        {
            look(author, thread, text);
        }
    }

    private List<Row> Read(long first, long last, bool onlyNew) => [.. workspace.Connection.Query(
        "SELECT Id, Kind, Title, RawText, Prose, Masked, HasCode FROM Posts WHERE Id BETWEEN $1 AND $2 AND ($3 = 0 OR Prose IS NULL)",
        row => new Row(row.GetInt64(0), Enum.Parse<PostKind>(row.GetString(1)), row.Text(2), row.GetString(3), row.Text(4), row.Text(5), row.GetInt64(6) == 1),
        first,
        last,
        onlyNew)];

    private List<(Row Row, PreparedText Text)> Prepare(List<Row> rows, PersonalDataMasker masker)
    {
        var texts = new PreparedText[rows.Count];
        var threads = new ParallelOptions { MaxDegreeOfParallelism = options.Threads == 0 ? Environment.ProcessorCount : options.Threads };
        Parallel.For(0, rows.Count, threads, i => texts[i] = PreparedText.Of(rows[i].Kind, rows[i].Title, rows[i].RawText, _cleaner, masker));
        return [.. rows.Zip(texts).Where(pair => pair.First.Prose != pair.Second.Prose || pair.First.Masked != pair.Second.Masked || pair.First.HasCode != pair.Second.HasCode)];
    }

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
