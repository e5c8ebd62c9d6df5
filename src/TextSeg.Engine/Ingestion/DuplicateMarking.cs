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
        var posts = new List<(long Id, long Exact, long Stored)>();
        var finder = new NearDuplicates(options);
        var groups = finder.Find(Texts(posts));
        using var update = workspace.Connection.Prepare("UPDATE Posts SET TextKey = $2 WHERE Id = $1", 2);
        foreach (var (id, exact, stored) in posts)
        {
            var key = groups.GetValueOrDefault(exact, exact);
            if (key != stored)
            {
                update.Bind(id, key).ExecuteNonQuery();
            }
        }

        return finder.FullGroups;
    }

    private Dictionary<long, string> Texts(List<(long Id, long Exact, long Stored)> posts)
    {
        var texts = new Dictionary<long, string>();
        foreach (var (id, prose, stored) in workspace.Connection.Query(
            "SELECT Id, Prose, TextKey FROM Posts WHERE Prose IS NOT NULL", row => (row.GetInt64(0), row.GetString(1), row.GetInt64(2))))
        {
            var form = NormalForm.Of(prose);
            var exact = ContentHash.Of(form);
            texts.TryAdd(exact, form);
            posts.Add((id, exact, stored));
        }

        return texts;
    }
}
