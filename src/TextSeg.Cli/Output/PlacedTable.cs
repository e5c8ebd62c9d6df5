using System.Globalization;
using TextSeg.Engine.Ingestion;
using TextSeg.Engine.Topics.Placement;

namespace TextSeg.Cli.Output;

/// <summary>Posts taken in and the topics in which they were placed.</summary>
internal static class PlacedTable
{
    private const int MostListed = 20;

    public static void Print(IngestResult taken, IReadOnlyList<PlacedPost> placed, Dictionary<string, string> names, double seconds, bool json)
    {
        if (json)
        {
            JsonOutput.Write(new { taken.Added, taken.Changed, taken.Unchanged, taken.Rejected, taken.RejectedLists, Placed = placed, Seconds = Math.Round(seconds, 3) });
            return;
        }

        var table = new FigureTable("Topic", "Posts added", "Mean strength");
        foreach (var topic in placed.GroupBy(post => post.Topic).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).Take(MostListed))
        {
            table.Row(topic.Key is null ? "none" : $"{topic.Key} {names[topic.Key]}", FigureTable.Count(topic.Count()), FigureTable.Number(topic.Average(post => post.Strength), "0.00"));
        }

        table.Print();
        Console.Out.WriteLine(string.Create(
            CultureInfo.CurrentCulture,
            $"{taken.Added:N0} new posts, {taken.Changed:N0} changed, {taken.Unchanged:N0} known before, {taken.Rejected:N0} rejected; {placed.Count:N0} placed in {seconds:N1} s. The next mine finds topics and segments anew."));
    }
}
