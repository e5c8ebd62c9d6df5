using TextSeg.Engine.Ingestion.Duplicates;
using TextSeg.Engine.Storage;

namespace TextSeg.Engine.Ingestion;

/// <summary>Gives posts of the same or nearly the same words one text key.</summary>
internal sealed class DuplicateMarking(Workspace workspace, DuplicateOptions options)
{
    /// <summary>Marks all posts, within the open transaction.</summary>
    /// <returns>Groups that took as many wordings as they may.</returns>
    public int Run()
    {
        var finder = new NearDuplicates(options);
        var groups = finder.Find(Read().Select(post => KeyValuePair.Create(post.Exact, post.Form)));
        var changes = Read().Select(post => (post.Id, Key: groups.GetValueOrDefault(post.Exact, post.Exact), post.Stored)).Where(post => post.Key != post.Stored).ToList();
        using var update = workspace.Connection.Prepare("UPDATE Posts SET TextKey = $2 WHERE Id = $1", 2);
        foreach (var (id, key, _) in changes)
        {
            update.Bind(id, key).ExecuteNonQuery();
        }

        return finder.FullGroups;
    }

    /// <summary>All posts, one at a time: a million texts do not fit into memory.</summary>
    private IEnumerable<(long Id, long Exact, string Form, long Stored)> Read() => workspace.Connection.Query(
        "SELECT Id, Prose, TextKey FROM Posts WHERE Prose IS NOT NULL",
        row =>
        {
            var form = NormalForm.Of(row.GetString(1));
            return (row.GetInt64(0), ContentHash.Of(form), form, row.GetInt64(2));
        });
}
