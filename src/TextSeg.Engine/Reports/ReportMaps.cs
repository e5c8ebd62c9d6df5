using TextSeg.Engine.Queries;
using TextSeg.Engine.Storage;

namespace TextSeg.Engine.Reports;

/// <summary>The points of the map: all posts, or evenly chosen ones where there are too many for a page.</summary>
internal sealed class ReportMaps(Workspace workspace, CurrentRun run)
{
    private const int MostPoints = 20_000;
    private const double Width = 9_999;

    /// <summary>Outliers beyond these quantiles are set on the border, so that one stray post does not shrink the picture.</summary>
    private const double Trim = 0.001;

    public ReportMap Read()
    {
        // Chosen by content, not by number: the order in which posts came does not show.
        var posts = workspace.Connection.Query(
            "SELECT t.TopicId, t.X, t.Y FROM PostTopics t JOIN Posts p ON p.Id = t.PostId WHERE t.RunId = $1 ORDER BY p.ContentHash, p.Source, p.ExternalId",
            row => (Topic: row.Text(0), X: row.GetDouble(1), Y: row.GetDouble(2)),
            run.Id).ToArray();
        var shown = posts.Length <= MostPoints ? posts : posts[..MostPoints];
        var topics = shown.Select(post => post.Topic).OfType<string>().Distinct().Order(StringComparer.Ordinal).ToArray();
        var place = topics.Select((id, i) => (id, i)).ToDictionary(pair => pair.id, pair => pair.i);
        return new ReportMap(
            topics,
            Scale([.. shown.Select(post => post.X)]),
            Scale([.. shown.Select(post => post.Y)]),
            [.. shown.Select(post => post.Topic is null ? -1 : place[post.Topic])],
            posts.Length);
    }

    private static int[] Scale(double[] values)
    {
        if (values.Length == 0)
        {
            return [];
        }

        var sorted = values.Order().ToArray();
        var (low, high) = (sorted[(int)(Trim * (sorted.Length - 1))], sorted[(int)((1 - Trim) * (sorted.Length - 1))]);
        var range = high > low ? high - low : 1;
        return Array.ConvertAll(values, value => (int)Math.Round(Math.Clamp((value - low) / range, 0, 1) * Width));
    }
}
