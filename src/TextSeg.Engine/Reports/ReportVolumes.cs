using TextSeg.Engine.Queries;
using TextSeg.Engine.Storage;

namespace TextSeg.Engine.Reports;

/// <summary>Posts per period and topic.</summary>
internal sealed class ReportVolumes(Workspace workspace, CurrentRun run)
{
    private const int MostSeries = 8;

    public ReportVolume Read(IReadOnlyList<ReportTopic> topics)
    {
        var posts = workspace.Connection.Query(
            "SELECT p.Time, t.TopicId FROM PostTopics t JOIN Posts p ON p.Id = t.PostId WHERE t.RunId = $1 AND p.Time IS NOT NULL",
            row => (Time: DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(0)), Topic: row.Text(1)),
            run.Id).ToArray();
        if (posts.Length == 0)
        {
            return new ReportVolume("month", [], []);
        }

        var periods = new ReportPeriods(posts.Min(post => post.Time), posts.Max(post => post.Time));
        var starts = periods.Starts;
        var shown = topics.Where(topic => topic.Level == run.Facts.ReaderLevel).Take(MostSeries).ToArray();
        var series = shown.Select(topic => new int[starts.Count]).Append(new int[starts.Count]).ToArray();
        var place = shown.Select((topic, i) => (topic.Id, i)).ToDictionary(pair => pair.Id, pair => pair.i);
        foreach (var (time, topic) in posts)
        {
            series[topic is not null && place.TryGetValue(topic, out var own) ? own : shown.Length][periods.IndexOf(time)]++;
        }

        return new ReportVolume(periods.Name, starts, [.. shown.Select((topic, i) => new ReportSeries(topic.Name, topic.Id, series[i])), new ReportSeries("all others", null, series[^1])]);
    }
}
