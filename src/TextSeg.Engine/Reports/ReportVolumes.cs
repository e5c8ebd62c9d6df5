using System.Globalization;
using TextSeg.Engine.Queries;
using TextSeg.Engine.Storage;

namespace TextSeg.Engine.Reports;

/// <summary>Posts per period and topic. The period is chosen so that there are at most some 60 of them.</summary>
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

        var (first, last) = (posts.Min(post => post.Time), posts.Max(post => post.Time));
        var period = PeriodFor(last - first);
        var starts = Starts(period, first, last);
        var shown = topics.Where(topic => topic.Level == run.Facts.ReaderLevel).Take(MostSeries).ToArray();
        var series = shown.Select(topic => new int[starts.Count]).Append(new int[starts.Count]).ToArray();
        var place = shown.Select((topic, i) => (topic.Id, i)).ToDictionary(pair => pair.Id, pair => pair.i);
        foreach (var (time, topic) in posts)
        {
            series[topic is not null && place.TryGetValue(topic, out var own) ? own : shown.Length][IndexOf(starts, time)]++;
        }

        return new ReportVolume(period, starts, [.. shown.Select((topic, i) => new ReportSeries(topic.Name, topic.Id, series[i])), new ReportSeries("all others", null, series[^1])]);
    }

    private static string PeriodFor(TimeSpan span) => span.TotalDays switch
    {
        <= 60 => "day",
        <= 400 => "week",
        <= 366 * 10 => "month",
        _ => "year",
    };

    private static List<DateTimeOffset> Starts(string period, DateTimeOffset first, DateTimeOffset last)
    {
        var starts = new List<DateTimeOffset>();
        for (var start = StartOf(period, first); start <= last; start = Next(period, start))
        {
            starts.Add(start);
        }

        return starts;
    }

    private static DateTimeOffset StartOf(string period, DateTimeOffset time)
    {
        var day = new DateTimeOffset(time.UtcDateTime.Date, TimeSpan.Zero);
        return period switch
        {
            "day" => day,
            "week" => day.AddDays(-(((int)day.DayOfWeek + 6) % 7)),
            "month" => day.AddDays(1 - day.Day),
            _ => day.AddDays(1 - CultureInfo.InvariantCulture.Calendar.GetDayOfYear(day.DateTime)),
        };
    }

    private static DateTimeOffset Next(string period, DateTimeOffset start) => period switch
    {
        "day" => start.AddDays(1),
        "week" => start.AddDays(7),
        "month" => start.AddMonths(1),
        _ => start.AddYears(1),
    };

    private static int IndexOf(List<DateTimeOffset> starts, DateTimeOffset time)
    {
        var at = starts.BinarySearch(time);
        return at >= 0 ? at : ~at - 1;
    }
}
