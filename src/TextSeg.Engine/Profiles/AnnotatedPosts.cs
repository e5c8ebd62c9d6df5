using System.Data.Common;
using TextSeg.Engine.Queries;
using TextSeg.Engine.Storage;
using TextSeg.Mining.Profiles;

namespace TextSeg.Engine.Profiles;

/// <summary>Reads what classifiers said of posts, one post at a time. Labels that are none of <see cref="ReadingLabels"/> say nothing here.</summary>
internal static class AnnotatedPosts
{
    private const string Kinds = "'sentiment', 'emotion', 'intent', 'urgency', 'frustration'";

    /// <summary>Whether any post was read for moods and intents.</summary>
    public static bool Any(Workspace workspace) => workspace.Connection.Any($"SELECT 1 FROM Annotations WHERE Kind IN ({Kinds})");

    /// <summary>What was read in one post.</summary>
    public static PostReading Of(Workspace workspace, long post) => Read(workspace, "Id = $1", post).Select(pair => pair.Reading).DefaultIfEmpty(PostReading.None).First();

    /// <summary>What was read in the posts that a condition picks out; null where no post of the workspace was read.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="fewest">Known posts below which no share is given.</param>
    /// <param name="where">A condition on the table Posts.</param>
    /// <param name="values">Its values.</param>
    public static ReadingSummary? Summary(Workspace workspace, int fewest, string where, params object?[] values)
    {
        if (!Any(workspace))
        {
            return null;
        }

        var counts = new ReadingCounts(fewest);
        foreach (var (_, reading) in Read(workspace, where, values))
        {
            counts.Add(reading);
        }

        return counts.Summary();
    }

    /// <summary>The posts that were read, in the order of their numbers.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="where">A condition on the table Posts.</param>
    /// <param name="values">Its values.</param>
    public static IEnumerable<(long Post, PostReading Reading)> Read(Workspace workspace, string where = FilterSql.Every, params object?[] values)
    {
        var (post, reading) = (long.MinValue, PostReading.None);
        var posts = where == FilterSql.Every ? "" : $" AND PostId IN (SELECT Id FROM Posts WHERE {where})";
        foreach (var row in workspace.Connection.Query($"SELECT PostId, Kind, Label, Confidence FROM Annotations WHERE Kind IN ({Kinds}){posts} ORDER BY PostId", Row.Of, values))
        {
            if (row.Post != post)
            {
                if (post != long.MinValue)
                {
                    yield return (post, reading);
                }

                (post, reading) = (row.Post, PostReading.None);
            }

            reading = row.AddTo(reading);
        }

        if (post != long.MinValue)
        {
            yield return (post, reading);
        }
    }

    private readonly record struct Row(long Post, string Kind, string Label, double Confidence)
    {
        public static Row Of(DbDataReader row) => new(row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetDouble(3));

        public PostReading AddTo(PostReading reading) => Kind switch
        {
            "sentiment" => reading with { Sentiment = (PostSentiment)(1 + ReadingLabels.PlaceOf(ReadingLabels.Sentiments, Label)) },
            "intent" => reading with { Intent = (PostIntent)(1 + ReadingLabels.PlaceOf(ReadingLabels.Intents, Label)) },
            "urgency" => reading with { Urgency = (PostUrgency)(1 + ReadingLabels.PlaceOf(ReadingLabels.Urgencies, Label)) },
            "emotion" when ReadingLabels.PlaceOf(ReadingLabels.Emotions, Label) is var place and >= 0 => reading with { Emotions = reading.Emotions | (PostEmotions)(1 << place) },
            "frustration" => reading with { Frustration = (float)Confidence },
            _ => reading,
        };
    }
}
