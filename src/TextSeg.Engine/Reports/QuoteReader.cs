using TextSeg.Engine.Segments;
using TextSeg.Engine.Storage;

namespace TextSeg.Engine.Reports;

/// <summary>Reads masked excerpts of posts.</summary>
public sealed class QuoteReader(Workspace workspace)
{
    /// <summary>Excerpts in the order of the posts.</summary>
    public IReadOnlyList<ReportQuote> Read(IEnumerable<long> posts) => [.. posts.Select(Read).OfType<ReportQuote>()];

    /// <summary>Excerpts of posts that show a mood or intent.</summary>
    public IReadOnlyList<ReportReadingQuote> Read(IEnumerable<ReadingQuote> posts) =>
        [.. posts.Select(quote => Read(quote.Post) is { } text ? new ReportReadingQuote(quote.Words, text, quote.MovedBy) : null).OfType<ReportReadingQuote>()];

    private ReportQuote? Read(long post) => workspace.Connection.Query(
        "SELECT Prose, Time, Language FROM Posts WHERE Id = $1",
        row => new ReportQuote(Excerpts.Shorten(row.Text(0) ?? ""), row.Number(1) is { } time ? DateTimeOffset.FromUnixTimeMilliseconds(time) : null, row.Text(2)),
        post).SingleOrDefault();
}
