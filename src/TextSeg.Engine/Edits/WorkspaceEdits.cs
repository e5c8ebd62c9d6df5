using System.Globalization;
using System.Text.Json;
using TextSeg.Engine.Queries;
using TextSeg.Engine.Storage;
using TextSeg.Engine.Vectors;
using TextSeg.Mining.Topics;
using TextSeg.Mining.Topics.Edits;

namespace TextSeg.Engine.Edits;

/// <summary>
/// Changes that people make to topics and segments. Each takes effect on the current run at once, is kept, and is made again in every later run.
/// A preview does all of it and then takes it back, so it says exactly what will happen.
/// </summary>
public sealed class WorkspaceEdits(Workspace workspace, TimeProvider clock)
{
    private const string EditsTable = "edits";
    private const string EditNumber = "id";

    /// <summary>Gives a topic or a segment a name.</summary>
    public Task<EditOutcome> RenameAsync(string id, string name, bool preview = false, CancellationToken cancellationToken = default) =>
        MakeAsync((drafts, _) => drafts.Rename(id, name), preview, cancellationToken);

    /// <summary>Makes topics one, or segments; the first keeps its id, and its name if a person gave it or it is a segment's.</summary>
    public Task<EditOutcome> MergeAsync(IReadOnlyList<string> ids, bool preview = false, CancellationToken cancellationToken = default) =>
        MakeAsync((drafts, _) => drafts.Merge(ids), preview, cancellationToken);

    /// <summary>Makes a topic several, 2 to 8; null lets the posts decide. The largest part keeps the id.</summary>
    public Task<EditOutcome> SplitAsync(string topic, int? into = null, bool preview = false, CancellationToken cancellationToken = default) =>
        MakeAsync((drafts, posts) => drafts.Split(topic, into, posts, cancellationToken), preview, cancellationToken);

    /// <summary>Moves a post, with all that say the same, into a topic.</summary>
    public Task<EditOutcome> MoveAsync(string post, string topic, bool preview = false, CancellationToken cancellationToken = default) =>
        MakeAsync((drafts, _) => drafts.Move(post, topic), preview, cancellationToken);

    /// <summary>Never lets two posts or topics lie in one topic.</summary>
    public Task<EditOutcome> ApartAsync(string first, string second, bool preview = false, CancellationToken cancellationToken = default) =>
        MakeAsync((drafts, _) => drafts.Apart(first, second), preview, cancellationToken);

    /// <summary>Always lets two posts or topics lie in one topic: merges topics, moves a post to the other's topic.</summary>
    public Task<EditOutcome> TogetherAsync(string first, string second, bool preview = false, CancellationToken cancellationToken = default) =>
        MakeAsync((drafts, _) => drafts.Together(first, second), preview, cancellationToken);

    /// <summary>Takes an edit back, the last one where none is named; the others are made again without it.</summary>
    /// <exception cref="JobException">There is none.</exception>
    public async Task<EditOutcome> UndoAsync(long? number = null, bool preview = false, CancellationToken cancellationToken = default)
    {
        var run = CurrentRun.Read(workspace);
        var edits = new EditStore(workspace).All();
        var edit = edits.Where(known => number is null || known.Id == number).LastOrDefault();
        if (edit is null)
        {
            throw EditOperands.Wrong(number is null ? "There is no edit to take back." : string.Create(CultureInfo.InvariantCulture, $"There is no edit {number}: textseg edit list shows them."));
        }

        using var corpus = await LoadAsync(run, cancellationToken);
        return Change(run, corpus, preview, editing =>
        {
            new EditStore(workspace).Remove(edit.Id);
            editing.Apply(run.Facts.ReaderLevel, cancellationToken);
            return (edit.Id, "take back " + edit.Summary);
        });
    }

    /// <summary>All edits and whether they hold in the current run, the oldest first.</summary>
    public IReadOnlyList<EditEntry> List()
    {
        var store = new EditStore(workspace);
        var edits = store.All();
        var results = edits.Count > 0 && CurrentRun.TryRead(workspace) is { } run ? store.Results(run.Id) : new Dictionary<long, EditResult>();
        return [.. edits.Select(edit => results.TryGetValue(edit.Id, out var result)
            ? new EditEntry(edit.Id, edit.MadeAt, edit.Summary, result.State, EditSentences.Why(result))
            : new EditEntry(edit.Id, edit.MadeAt, edit.Summary, EditState.Holds, null))];
    }

    private async Task<EditOutcome> MakeAsync(Func<EditDrafts, CentredPosts, EditDraft> make, bool preview, CancellationToken cancellationToken)
    {
        var run = CurrentRun.Read(workspace);
        using var corpus = await LoadAsync(run, cancellationToken);
        return Change(run, corpus, preview, editing =>
        {
            var store = new EditStore(workspace);
            var draft = make(new EditDrafts(workspace, run, corpus, clock.GetUtcNow()), new CentredPosts(editing.Input()));
            var earlier = store.All().Where(edit => edit.Verb == nameof(EditVerb.Apart)).Select(edit => edit.Id).ToHashSet();
            var number = store.Add(draft.Edit, draft.Parts);
            if (editing.Apply(run.Facts.ReaderLevel, cancellationToken) is { } edited)
            {
                RequireFits(edited.Results, number, earlier);
            }

            return (number, draft.Edit.Summary);
        });
    }

    private static void RequireFits(IReadOnlyList<EditResult> results, long number, HashSet<long> apart)
    {
        if (results.FirstOrDefault(result => result.Number == number) is { State: EditState.Conflict } own)
        {
            throw EditOperands.Wrong($"That cannot be done. {own.Why}");
        }

        if (results.FirstOrDefault(result => result.ChangedBy == number && apart.Contains(result.Number)) is { } broken)
        {
            throw EditOperands.Wrong(string.Create(CultureInfo.InvariantCulture, $"Edit {broken.Number} keeps these apart: take it back first with textseg edit undo {broken.Number}."));
        }
    }

    private EditOutcome Change(CurrentRun run, MiningCorpus corpus, bool preview, Func<TopicEditing, (long Number, string Summary)> change)
    {
        var before = RunSnapshot.Take(workspace, run);
        var keep = false;
        var last = workspace.Connection.Provider.LastNumber(workspace.Connection, EditsTable, EditNumber);
        workspace.Connection.Begin();
        try
        {
            new FoundSegments(workspace, run.Id).Keep();
            var (number, summary) = change(new TopicEditing(workspace, run.Id, corpus));
            new SegmentEditing(workspace, run.Id).Apply();
            WriteCounts(run);
            var outcome = before.To(RunSnapshot.Take(workspace, run), number, summary, CountMembers);
            keep = !preview;
            return outcome;
        }
        finally
        {
            if (keep)
            {
                workspace.Connection.Execute("COMMIT");
            }
            else
            {
                workspace.Connection.RollBack();
                TakeBackNumber(last);
            }
        }
    }

    // PostgreSQL does not give a number twice, even if the row that had it was taken back.
    private void TakeBackNumber(long last)
    {
        if (workspace.IsOpen)
        {
            workspace.Connection.Provider.GoOnAfter(workspace.Connection, EditsTable, EditNumber, last);
        }
    }

    private void WriteCounts(CurrentRun run)
    {
        var counts = workspace.Connection.Query("SELECT Level, COUNT(*) FROM Topics WHERE RunId = $1 GROUP BY Level", row => (row.GetInt32(0), row.GetInt32(1)), run.Id).ToDictionary();
        var facts = run.Facts with { Levels = [.. run.Facts.Levels.Select((level, i) => level with { Topics = counts.GetValueOrDefault(i) })], Segments = FoundSegments.Count(workspace, run.Id) };
        using var update = workspace.Connection.Prepare("UPDATE Runs SET Facts = $2 WHERE Id = $1", 2);
        update.Bind(run.Id, JsonSerializer.Serialize(facts, StoredJson.Options)).ExecuteNonQuery();
    }

    private int CountMembers(IReadOnlyCollection<long> posts) => workspace.Connection.Query(
        $"SELECT COUNT(DISTINCT MemberId) FROM Posts WHERE Id IN ({workspace.Connection.Provider.NumbersIn("$1")})", row => row.GetInt32(0), SqlList.Of(posts)).Single();

    private async Task<MiningCorpus> LoadAsync(CurrentRun run, CancellationToken cancellationToken)
    {
        await using var store = await workspace.Vectors.OpenToReadAsync(run.Model, cancellationToken);
        return await MiningCorpus.LoadAsync(workspace, store, new TopicOptions().MostTextsWhole, cancellationToken, run.Id);
    }
}
