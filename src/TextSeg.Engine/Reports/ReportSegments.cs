using System.Text.Json;
using TextSeg.Engine.Queries;
using TextSeg.Engine.Segments;
using TextSeg.Engine.Storage;

namespace TextSeg.Engine.Reports;

/// <summary>The segment cards of the run, largest first.</summary>
internal sealed class ReportSegments(Workspace workspace, CurrentRun run, QuoteReader quotes)
{
    public IReadOnlyList<ReportSegment> Read() => [.. workspace.Connection.Query(
        "SELECT Id, Name, Description, Members, Stability, Facts FROM Segments WHERE RunId = $1 ORDER BY Members DESC, Id",
        row => (Id: row.GetString(0), Name: row.GetString(1), Description: row.GetString(2), Members: row.GetInt32(3), Stability: row.GetDouble(4),
            Facts: JsonSerializer.Deserialize<SegmentFacts>(row.GetString(5), StoredJson.Options)!),
        run.Id).ToList().Select(segment => new ReportSegment
        {
            Id = segment.Id,
            Name = segment.Name,
            Description = segment.Description,
            Members = segment.Members,
            Share = segment.Members / (double)Math.Max(1, run.Facts.Members),
            Posts = segment.Facts.Posts,
            Stability = segment.Stability,
            ShareCore = segment.Facts.ShareCore,
            Phrases = segment.Facts.Phrases,
            Differences = Differences(segment.Facts.Contrasts),
            Neighbors = [.. segment.Facts.Neighbors.Select(near => new ReportNeighbor(near.Id, near.Name, Differences(near.Contrasts)))],
            Naming = Naming(segment.Facts.Naming),
            Readings = segment.Facts.Readings is { } readings ? readings with { Quotes = [] } : null,
            ReadingQuotes = quotes.Read(segment.Facts.Readings?.Quotes ?? []),
            Topics = Shares(segment.Facts.Topics),
            Languages = Shares(segment.Facts.Languages),
            Weights = Shares(segment.Facts.Weights),
            Quotes = quotes.Read(segment.Facts.Quotes),
        })];

    private static string? Naming(SegmentNameFacts? naming) => naming is null ? null : !naming.IsProven
        ? $"Named by {naming.Maker}; posts of other members do not bear the name out, so take it with care."
        : naming.Struck.Count == 0
        ? $"Named by {naming.Maker}; checked against its figures and its members' posts."
        : $"Named by {naming.Maker}; {naming.Struck.Count} of its statements {(naming.Struck.Count == 1 ? "was" : "were")} struck for want of proof.";

    private static List<ReportDifference> Differences(IEnumerable<SegmentContrast> contrasts) =>
        [.. contrasts.Select(contrast => new ReportDifference(contrast.Signal, contrast.Here, contrast.Elsewhere))];

    private static List<ReportShare> Shares(IEnumerable<NamedShare> shares) => [.. shares.Select(share => new ReportShare(share.Name, share.Share))];
}
