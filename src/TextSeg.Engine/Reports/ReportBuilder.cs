using System.Globalization;
using TextSeg.Engine.Queries;
using TextSeg.Engine.Reports.Moods;
using TextSeg.Engine.Storage;

namespace TextSeg.Engine.Reports;

/// <summary>Puts the current run of a workspace together as a report. Quotes are the masked words of posts; names of members are not read.</summary>
public sealed class ReportBuilder(Workspace workspace, TimeProvider clock)
{
    /// <summary>The report of the current run.</summary>
    /// <param name="title">Its heading.</param>
    /// <exception cref="JobException">Nothing has been mined yet.</exception>
    public ReportModel Build(string title)
    {
        var run = CurrentRun.Read(workspace);
        var quotes = new QuoteReader(workspace);
        var topics = new ReportTopics(workspace, run, quotes).Read();
        var segments = new ReportSegments(workspace, run, quotes).Read();
        var volume = new ReportVolumes(workspace, run).Read(topics);
        return new ReportModel
        {
            Title = title,
            Made = clock.GetUtcNow(),
            Totals = Totals(run, topics, segments),
            Quality = new ReportQualities(workspace, run).Read(),
            Topics = topics,
            ReaderLevel = run.Facts.ReaderLevel,
            Map = new ReportMaps(workspace, run).Read(),
            Segments = segments,
            NoSegments = segments.Count > 0 ? null : run.Facts.NoSegments,
            Volume = volume,
            Moods = new MoodReader(workspace, run).Read(topics),
            Method = Method(run),
        };
    }

    private ReportTotals Totals(CurrentRun run, IReadOnlyList<ReportTopic> topics, IReadOnlyList<ReportSegment> segments)
    {
        var (from, to) = workspace.Connection.Query("SELECT MIN(Time), MAX(Time) FROM Posts", row => (row.Number(0), row.Number(1))).Single();
        var kinds = workspace.Connection.Query("SELECT Kind, COUNT(*) FROM Posts GROUP BY Kind ORDER BY 2 DESC, 1", row => new ReportCount(row.GetString(0).ToLowerInvariant(), row.GetInt32(1))).ToList();
        return new ReportTotals(
            kinds.Sum(kind => kind.Count), run.Facts.Members, topics.Count(topic => topic.Level == run.Facts.ReaderLevel), segments.Count, Moment(from), Moment(to), kinds);
    }

    private static ReportMethod Method(CurrentRun run)
    {
        var level = run.Facts.Levels[run.Facts.ReaderLevel];
        return new ReportMethod(
            run.Model, run.Seed.ToString(CultureInfo.InvariantCulture), run.Version, run.Facts.TopicClusterer, run.Facts.SegmentClusterer, level.Silhouette, level.Stability,
            [.. run.Facts.Seconds.Select(pair => new ReportShare(pair.Key, pair.Value))]);
    }

    private static DateTimeOffset? Moment(long? milliseconds) => milliseconds is { } value ? DateTimeOffset.FromUnixTimeMilliseconds(value) : null;
}
