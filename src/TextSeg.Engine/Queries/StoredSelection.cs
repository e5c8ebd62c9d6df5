using TextSeg.Engine.Storage;
using TextSeg.Engine.Vectors;

namespace TextSeg.Engine.Queries;

/// <summary>Posts chosen by the database.</summary>
internal sealed class StoredSelection : PostSelection
{
    private readonly Workspace _workspace;
    private readonly SearchFilter _filter;
    private readonly long _run;

    public StoredSelection(Workspace workspace, SearchFilter filter, long run)
    {
        (_workspace, _filter, _run) = (workspace, filter, run);
        var sql = new FilterSql(workspace, filter, run);
        var ids = workspace.Connection.Query($"SELECT Id FROM Posts WHERE Prose <> '' AND {sql.Where} ORDER BY Id", row => row.GetInt64(0), sql.Values).ToArray();
        (Count, Ids) = (ids.Length, sql.IsEmpty ? null : IdFilter.OfRising(ids));
    }

    public override int Count { get; }

    public override IdFilter? Ids { get; }

    public override long[] FindWords(string match, int limit)
    {
        var sql = new FilterSql(_workspace, _filter, _run, match, limit);
        return [.. _workspace.Connection.Query(_workspace.Connection.Provider.Words.Find(_workspace.Connection, sql.Where), row => row.GetInt64(0), sql.Values)];
    }

    public override (int Members, IReadOnlyList<SearchTopic> Topics) Summarise(IReadOnlyCollection<long> posts) => new HitReader(_workspace, _run).Summarise(posts);
}
