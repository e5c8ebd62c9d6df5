using TextSeg.Engine.Storage;

namespace TextSeg.Engine.Queries;

/// <summary>Reads posts as they are quoted: the author's words, masked.</summary>
internal static class Quotes
{
    /// <summary>The posts in the order given.</summary>
    public static IReadOnlyList<Quote> Read(Workspace workspace, IReadOnlyList<long> posts) => [.. posts.SelectMany(id => workspace.Connection.Query(
        "SELECT Prose, Language, Time, MemberId FROM Posts WHERE Id = $1",
        row => new Quote(id, row.Text(0) ?? "", row.Text(1), row.Number(2) is { } time ? DateTimeOffset.FromUnixTimeMilliseconds(time) : null, row.Number(3)),
        id))];
}
