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
        var (changes, fullGroups) = Find();
        Write(workspace, changes);
        return fullGroups;
    }

    /// <summary>Posts whose key is another than the one that is stored, and how many groups took as many wordings as they may. Only reads.</summary>
    public (List<ChangedKey> Changes, int FullGroups) Find()
    {
        var finder = new NearDuplicates(options);
        var groups = finder.Find(Read().Select(post => KeyValuePair.Create(post.Exact, post.Form)));
        return ([.. Read().Select(post => new ChangedKey(post.Id, groups.GetValueOrDefault(post.Exact, post.Exact), post.Stored)).Where(post => post.Key != post.Before)], finder.FullGroups);
    }

    /// <summary>Writes keys where the post is still as it was, within the open transaction.</summary>
    public static void Write(Workspace workspace, IEnumerable<ChangedKey> changes)
    {
        using var update = workspace.Connection.Prepare("UPDATE Posts SET TextKey = $2 WHERE Id = $1 AND TextKey = $3", 3);
        foreach (var change in changes)
        {
            update.Bind(change.Post, change.Key, change.Before).ExecuteNonQuery();
        }
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

/// <summary>A post whose text key is another than before.</summary>
internal sealed record ChangedKey(long Post, long Key, long Before);
