using System.Globalization;
using Spectre.Console;
using TextSeg.Engine.Reports;
using TextSeg.Engine.Reports.Moods;

namespace TextSeg.Cli.Output;

/// <summary>Topics and segments as tables on standard output.</summary>
internal static class ReportTables
{
    private const int MostTopics = 30;

    public static void Print(ReportModel report)
    {
        var topics = report.Topics.Where(topic => topic.Level == report.ReaderLevel).OrderByDescending(topic => topic.Posts).ToArray();
        Topics(topics, report.Moods);
        if (report.Segments.Count > 0)
        {
            Segments(report.Segments);
        }
        else if (report.NoSegments is { } reason)
        {
            Console.Out.WriteLine(reason);
        }
    }

    public static void Topics(IReadOnlyList<ReportTopic> topics, ReportMoods? moods)
    {
        var moodOf = moods?.Topics.ToDictionary(mood => mood.TopicId ?? "", StringComparer.Ordinal);
        var table = new Table().Border(TableBorder.Rounded).Title("Topics");
        table.AddColumns("Id", "Topic", "Also");
        table.AddColumn(new TableColumn("Posts").RightAligned()).AddColumn(new TableColumn("Members").RightAligned()).AddColumn(new TableColumn("Steady").RightAligned());
        if (moodOf is not null)
        {
            table.AddColumn("They mostly").AddColumn(new TableColumn("Frustrated").RightAligned());
        }

        foreach (var topic in topics.Take(MostTopics))
        {
            var mood = moodOf?.GetValueOrDefault(topic.Id);
            string[] readings = moodOf is null ? [] : [mood?.Wants is [var most, ..] ? most.Name : "", Percent(mood?.Frustrated) + (mood?.Rise is null ? "" : " ▲")];
            table.AddRow([
                Markup.Escape(topic.Id), Markup.Escape(topic.Name), Markup.Escape(string.Join(", ", topic.Phrases.Skip(3).Take(4))), Number(topic.Posts), Number(topic.Members), Percent(topic.Stability), .. readings]);
        }

        Screen.Write(table);
        if (topics.Any(topic => moodOf?.GetValueOrDefault(topic.Id)?.Rise is not null))
        {
            Console.Out.WriteLine("▲ Frustration rises; the report shows since when and by which posts.");
        }

        if (topics.Count > MostTopics)
        {
            Console.Out.WriteLine(string.Create(CultureInfo.CurrentCulture, $"{topics.Count - MostTopics:N0} smaller topics are in the report."));
        }
    }

    public static void Segments(IReadOnlyList<ReportSegment> segments)
    {
        var table = new Table().Border(TableBorder.Rounded).Title("Segments of members");
        table.AddColumns("Id", "Segment", "In their words");
        table.AddColumn(new TableColumn("Members").RightAligned()).AddColumn(new TableColumn("Share").RightAligned()).AddColumn(new TableColumn("Steady").RightAligned());
        foreach (var segment in segments)
        {
            table.AddRow(
                Markup.Escape(segment.Id), Markup.Escape(segment.Name), Markup.Escape(string.Join(", ", segment.Phrases.Take(5))), Number(segment.Members), Percent(segment.Share), Percent(segment.Stability));
        }

        Screen.Write(table);
    }

    private static string Number(int value) => value.ToString("N0", CultureInfo.CurrentCulture);

    private static string Percent(double? share) => share?.ToString("P0", CultureInfo.CurrentCulture) ?? "";
}
