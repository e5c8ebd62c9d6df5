using TextSeg.Engine.Sources;

namespace TextSeg.Engine.Hosting;

/// <summary>Keeps posts of erased members out, whichever way they come.</summary>
internal static class PostIntakeRows
{
    /// <summary>The rows, those of members that are kept out rejected.</summary>
    /// <param name="rows">What came.</param>
    /// <param name="isKeptOut">Tells by source and member who is kept out; null for nobody.</param>
    public static IReadOnlyList<SourceRow> KeepOut(IReadOnlyList<SourceRow> rows, Func<string, string, bool>? isKeptOut) => isKeptOut is null
        ? rows
        : [.. rows.Select(row => row.Post is { Member: { } member } post && isKeptOut(post.Source, member) ? Reject(post) : row)];

    private static SourceRow Reject(RawPost post) => SourceRow.Reject(post.Source, post.Line, "Its author was erased from this workspace, and their posts are kept out.");
}
