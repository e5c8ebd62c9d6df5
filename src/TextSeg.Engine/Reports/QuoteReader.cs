using TextSeg.Engine.Storage;

namespace TextSeg.Engine.Reports;

/// <summary>Reads masked excerpts of posts.</summary>
public sealed class QuoteReader(Workspace workspace)
{
    /// <summary>Excerpts in the order of the posts.</summary>
    public IReadOnlyList<ReportQuote> Read(IEnumerable<long> posts) => [.. posts.Select(Read).OfType<ReportQuote>()];

    private ReportQuote? Read(long post) => workspace.Connection.Query(
        "SELECT Prose, Time, Language FROM Posts WHERE Id = $1",
        row => new ReportQuote(Excerpts.Shorten(row.Text(0) ?? ""), row.Number(1) is { } time ? DateTimeOffset.FromUnixTimeMilliseconds(time) : null, row.Text(2)),
        post).SingleOrDefault();
}
