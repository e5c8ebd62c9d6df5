using TextSeg.Engine.Queries;
using TextSeg.Engine.Storage;
using TextSeg.Mining.Topics.Edits;

namespace TextSeg.Engine.Edits;

/// <summary>What readers see of a run, to tell what an edit changes.</summary>
internal sealed class RunSnapshot
{
    private readonly Dictionary<long, string?> _topicOf;
    private readonly Dictionary<string, string> _names;
    private readonly HashSet<string> _groups;
    private readonly Dictionary<long, string> _segmentOf;
    private readonly IReadOnlyDictionary<long, EditResult> _results;

    private RunSnapshot(Workspace workspace, CurrentRun run)
    {
        _topicOf = workspace.Connection.Query("SELECT PostId, TopicId FROM PostTopics WHERE RunId = $1", row => (row.GetInt64(0), row.Text(1)), run.Id).ToDictionary();
        _names = workspace.Connection.Query(
            "SELECT Id, Name FROM Topics WHERE RunId = $1 UNION ALL SELECT Id, Name FROM Segments WHERE RunId = $1", row => (row.GetString(0), row.GetString(1)), run.Id).ToDictionary();
        _groups = [.. workspace.Connection.Query("SELECT Id FROM Topics WHERE RunId = $1 AND Level = $2 UNION ALL SELECT Id FROM Segments WHERE RunId = $1", row => row.GetString(0), run.Id, run.Facts.ReaderLevel)];
        _segmentOf = workspace.Connection.Query("SELECT MemberId, SegmentId FROM Memberships WHERE RunId = $1 AND IsOwn = 1", row => (row.GetInt64(0), row.GetString(1)), run.Id).ToDictionary();
        _results = new EditStore(workspace).Results(run.Id);
    }

    public static RunSnapshot Take(Workspace workspace, CurrentRun run) => new(workspace, run);

    /// <summary>What changed between this moment and a later one.</summary>
    public EditOutcome To(RunSnapshot later, long number, string summary, Func<IReadOnlyCollection<long>, int> countMembers)
    {
        long[] moved = [.. _topicOf.Where(pair => later._topicOf[pair.Key] != pair.Value).Select(pair => pair.Key).Order()];
        var names = _names.Where(pair => later._names.TryGetValue(pair.Key, out var now) && now != pair.Value)
            .Select(pair => new NameChange(pair.Key, pair.Value, later._names[pair.Key])).OrderBy(name => name.Id, StringComparer.Ordinal);
        return new EditOutcome(
            number, summary, moved.Length, countMembers(moved) + _segmentOf.Count(pair => later._segmentOf[pair.Key] != pair.Value), [.. names],
            [.. later._groups.Except(_groups).Order(StringComparer.Ordinal)], [.. _groups.Except(later._groups).Order(StringComparer.Ordinal)], [.. Troubles(later, number)]);
    }

    private IEnumerable<string> Troubles(RunSnapshot later, long number) =>
        from result in later._results.Values
        where result.Number != number && result.State != EditState.Holds && (!_results.TryGetValue(result.Number, out var before) || before.State == EditState.Holds)
        orderby result.Number
        select $"Edit {result.Number}: {EditSentences.Why(result)}";
}
