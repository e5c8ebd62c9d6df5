using System.Globalization;
using TextSeg.Engine.Storage;
using TextSeg.Engine.Storage.Rows;
using TextSeg.Mining.Topics.Edits;

namespace TextSeg.Engine.Edits;

/// <summary>The edits of a workspace, what they are about, and what became of them in a run.</summary>
internal sealed class EditStore(Workspace workspace)
{
    /// <summary>All edits, the oldest first; none in a workspace of a version that had no edits.</summary>
    public IReadOnlyList<StoredEdit> All()
    {
        using var context = workspace.CreateContext();
        return workspace.Connection.Provider.HasTable(workspace.Connection, "Edits") ? [.. context.Edits.OrderBy(edit => edit.Id)] : [];
    }

    /// <summary>Keeps an edit and gives its number.</summary>
    public long Add(StoredEdit edit, IReadOnlyList<IReadOnlyCollection<long>> parts)
    {
        using var context = workspace.CreateContext();
        context.Edits.Add(edit);
        context.SaveChanges();
        using var insert = workspace.Connection.Prepare("INSERT INTO EditItems (EditId, Part, ItemId) VALUES ($1, $2, $3)", 3);
        for (var part = 0; part < parts.Count; part++)
        {
            foreach (var item in parts[part])
            {
                insert.Bind(edit.Id, part, item).ExecuteNonQuery();
            }
        }

        return edit.Id;
    }

    /// <summary>Forgets an edit.</summary>
    public void Remove(long number)
    {
        foreach (var (table, column) in new[] { ("Edits", "Id"), ("EditItems", "EditId"), ("EditResults", "EditId") })
        {
            using var delete = workspace.Connection.Prepare($"DELETE FROM {table} WHERE {column} = $1", 1);
            delete.Bind(number).ExecuteNonQuery();
        }
    }

    /// <summary>The posts or members that an edit is about, part by part.</summary>
    public long[][] PartsOf(long number) => [.. workspace.Connection.Query(
            "SELECT Part, ItemId FROM EditItems WHERE EditId = $1 ORDER BY Part, ItemId", row => (Part: row.GetInt32(0), Item: row.GetInt64(1)), number)
        .ToList().GroupBy(item => item.Part, item => item.Item).Select(part => part.ToArray())];

    /// <summary>The edits of topics, told by the rows of a corpus.</summary>
    public IReadOnlyList<TopicEdit> OfTopics(MiningCorpus corpus) => [.. All().Where(edit => !edit.IsOfSegment).Select(edit => ToTopicEdit(edit, corpus))];

    /// <summary>Says what became of edits in a run.</summary>
    public void WriteResults(long run, IEnumerable<EditResult> results)
    {
        using var insert = workspace.Connection.Prepare(
            "INSERT INTO EditResults (RunId, EditId, State, Why, ChangedBy) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (RunId, EditId) DO UPDATE SET State = excluded.State, Why = excluded.Why, ChangedBy = excluded.ChangedBy", 5);
        foreach (var result in results)
        {
            insert.Bind(run, result.Number, result.State.ToString(), result.Why, result.ChangedBy).ExecuteNonQuery();
        }
    }

    /// <summary>What became of each edit in a run, by its number.</summary>
    public IReadOnlyDictionary<long, EditResult> Results(long run) => workspace.Connection.Query(
            "SELECT EditId, State, Why, ChangedBy FROM EditResults WHERE RunId = $1",
            row => new EditResult(row.GetInt64(0), Enum.Parse<EditState>(row.GetString(1)), row.Text(2), row.Number(3)),
            run)
        .ToDictionary(result => result.Number);

    private TopicEdit ToTopicEdit(StoredEdit edit, MiningCorpus corpus) => new(
        edit.Id,
        Enum.Parse<EditVerb>(edit.Verb),
        [.. PartsOf(edit.Id).Select(part => part.Select(post => Array.BinarySearch(corpus.PostIds, post)).Where(row => row >= 0).ToArray())])
    {
        Name = edit.Name,
        LevelFromReader = edit.LevelFromReader,
        Known = Array.BinarySearch(corpus.PostIds, edit.LastKnown) is var place && place >= 0 ? place + 1 : ~place,
        IsPost = PostParts(edit.PostParts),
    };

    private static bool[] PostParts(string parts)
    {
        int[] numbers = [.. parts.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(part => int.Parse(part, CultureInfo.InvariantCulture))];
        return [.. Enumerable.Range(0, numbers.DefaultIfEmpty(-1).Max() + 1).Select(numbers.Contains)];
    }
}
