using TextSeg.Engine.Storage;

namespace TextSeg.Engine.Edits;

/// <summary>
/// The topics of a run as they were found, kept beside the edited ones under the run's negative number, so that edits can be applied anew and undone.
/// They are kept from the first edit on.
/// </summary>
internal sealed class FoundTopics(Workspace workspace, long run)
{
    private static readonly (string Table, string Columns)[] Tables =
    [
        ("Topics", "Id, ParentId, Level, Name, Posts, Members, Stability, Facts"),
        ("PostTopics", "PostId, TopicId, LeafId, Strength, State, X, Y"),
    ];

    /// <summary>The number under which they stand.</summary>
    public long Number => -run;

    private bool AreKept => workspace.Connection.Any("SELECT 1 FROM PostTopics WHERE RunId = $1", Number);

    /// <summary>Keeps the run's topics, unless they are kept already.</summary>
    public void Keep()
    {
        if (!AreKept)
        {
            Copy(run, Number);
        }
    }

    /// <summary>Puts the topics back as they were found, and keeps them no longer.</summary>
    public void Restore()
    {
        if (AreKept)
        {
            Delete(run);
            Copy(Number, run);
            Delete(Number);
        }
    }

    private void Copy(long from, long to)
    {
        foreach (var (table, columns) in Tables)
        {
            using var copy = workspace.Connection.Prepare($"INSERT INTO {table} (RunId, {columns}) SELECT $2, {columns} FROM {table} WHERE RunId = $1", 2);
            copy.Bind(from, to).ExecuteNonQuery();
        }
    }

    private void Delete(long number)
    {
        foreach (var (table, _) in Tables)
        {
            using var delete = workspace.Connection.Prepare($"DELETE FROM {table} WHERE RunId = $1", 1);
            delete.Bind(number).ExecuteNonQuery();
        }
    }
}
