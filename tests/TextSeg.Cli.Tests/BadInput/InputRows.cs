namespace TextSeg.Cli.Tests.BadInput;

/// <summary>Invented rows with an id, an author and a body.</summary>
internal static class InputRows
{
    public const string Header = "id,author,body";
    private static readonly string[] Things = ["lamp", "bread", "bicycle", "invoice", "garden", "radio"];

    /// <summary>Ids are the prefix and a number from 0; five authors take turns.</summary>
    public static string[] Csv(string prefix, int count) =>
        [.. Enumerable.Range(0, count).Select(i => $"{prefix}{i},m{i % 5},is there anybody who knows why the {Things[i % Things.Length]} makes trouble number {i} again")];

    /// <summary>The same rows as JSON objects.</summary>
    public static string[] Json(string prefix, int count) =>
        [.. Csv(prefix, count).Select(row => row.Split(',')).Select(cells => $$"""{"id":"{{cells[0]}}","author":"{{cells[1]}}","body":"{{cells[2]}}"}""")];

    /// <summary>The rows with one of them replaced.</summary>
    public static string[] With(this string[] rows, int index, string row)
    {
        rows[index] = row;
        return rows;
    }
}
