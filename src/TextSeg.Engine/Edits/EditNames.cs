using TextSeg.Engine.Storage;

namespace TextSeg.Engine.Edits;

/// <summary>Names of topics and segments of a run, and the rules for names given by hand.</summary>
internal sealed class EditNames(Workspace workspace, long run)
{
    private const int Longest = 80;

    /// <summary>An id with its name, for people.</summary>
    public string Of(string id) => $"{id} “{Names("Topics").Concat(Names("Segments")).First(pair => pair.Id == id).Name}”";

    /// <summary>A name without spaces around it.</summary>
    /// <exception cref="JobException">It is empty, too long or not one line.</exception>
    public static string Clean(string name) => name.Trim() is var given && given.Length is > 0 and <= Longest && !given.Any(char.IsControl)
        ? given
        : throw EditOperands.Wrong($"A name has 1 to {Longest} characters on one line; this one has {given.Length}.");

    /// <summary>Refuses the name that it has already, and one that another has.</summary>
    public void RequireFree(string id, string name, bool isSegment)
    {
        var same = Names(isSegment ? "Segments" : "Topics").FirstOrDefault(pair => string.Equals(pair.Name, name, pair.Id == id ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase));
        if (same.Id is not null)
        {
            throw EditOperands.Wrong(same.Id == id ? $"{id} has that name already." : $"{same.Id} has that name already: choose another, or merge the two.");
        }
    }

    private List<(string Id, string Name)> Names(string table) => [.. workspace.Connection.Query($"SELECT Id, Name FROM {table} WHERE RunId = $1 ORDER BY Id", row => (row.GetString(0), row.GetString(1)), run)];
}
