using TextSeg.Engine.Disclosure;
using TextSeg.Engine.Profiles;
using TextSeg.Engine.Storage;
using TextSeg.Mining.Profiles;

namespace TextSeg.Engine.Queries;

/// <summary>What a trend is split by.</summary>
public enum TrendSplit
{
    /// <summary>Nothing: all posts together.</summary>
    None,

    /// <summary>Topics of the level that is shown first.</summary>
    Topic,

    /// <summary>The own segment of each author.</summary>
    Segment,

    /// <summary>Languages.</summary>
    Language,
}

/// <summary>Length of a period.</summary>
public enum TrendPeriod
{
    Day,
    Week,
    Month,
    Year,
}

/// <summary>One period of a trend.</summary>
/// <param name="Start">When it begins, UTC; weeks begin on Monday.</param>
/// <param name="Posts">Posts written in it.</param>
/// <param name="Members">Different authors; null where they are too few to be told.</param>
/// <param name="Negative">Share of the posts with a known sentiment that are negative; null where too few members wrote.</param>
/// <param name="Positive">Share that is positive.</param>
/// <param name="Frustrated">Share of the posts with a known frustration that are frustrated.</param>
public sealed record TrendPoint(DateTimeOffset Start, int Posts, int? Members, double? Negative, double? Positive, double? Frustrated);

/// <summary>A trend of one topic, segment or language.</summary>
/// <param name="Key">Its id; "all" where nothing is split.</param>
/// <param name="Posts">Posts with a time.</param>
/// <param name="Members">Different authors.</param>
/// <param name="Points">Periods with posts, in order of time.</param>
public sealed record Trend(string Key, int Posts, int Members, IReadOnlyList<TrendPoint> Points);

/// <summary>How much was written and in which mood, over time.</summary>
/// <param name="workspace">The workspace.</param>
/// <param name="minimum">Members below which no mood is given and no part is shown.</param>
public sealed class TrendQueries(Workspace workspace, int minimum = 1)
{
    private const int DaysOfWeek = 7;

    /// <summary>Trends, the most posts first.</summary>
    public IReadOnlyList<Trend> Read(TrendSplit split, TrendPeriod period, SearchFilter filter)
    {
        var run = CurrentRun.RequiredId(workspace);
        var sql = new FilterSql(workspace, filter, run);
        var readings = AnnotatedPosts.Read(workspace, sql.Where, sql.Values).ToDictionary(pair => pair.Post, pair => pair.Reading);
        return Of(Posts(split, run, sql), readings, period);
    }

    // Parts of too few members are hidden in company: the whole less the others would tell a single one.
    private IReadOnlyList<Trend> Of(IEnumerable<TrendPost> posts, Dictionary<long, PostReading> readings, TrendPeriod period)
    {
        var groups = posts.GroupBy(post => post.Key, StringComparer.Ordinal).Select(group => (group.Key, Posts: group.ToArray())).Select(group => (group.Key, group.Posts, Members: Members(group.Posts))).ToArray();
        var hidden = SmallGroups.Hidden([.. groups.Select(group => new GroupSize(group.Key, null, group.Members))], minimum);
        return
        [
            .. groups.Where(group => !hidden.Contains(group.Key))
                .Select(group => new Trend(group.Key, group.Posts.Length, group.Members, Points(group.Posts, readings, period)))
                .OrderByDescending(trend => trend.Posts).ThenBy(trend => trend.Key, StringComparer.Ordinal),
        ];
    }

    private TrendPoint[] Points(TrendPost[] posts, Dictionary<long, PostReading> readings, TrendPeriod period) =>
        [.. posts.GroupBy(post => StartOf(post.Time, period)).OrderBy(group => group.Key).Select(group => Point(group.Key, [.. group], readings))];

    private TrendPoint Point(DateTimeOffset start, TrendPost[] posts, Dictionary<long, PostReading> readings)
    {
        var (members, read) = (Members(posts), posts.Select(post => readings.GetValueOrDefault(post.Id, PostReading.None)).ToArray());
        return members < minimum
            ? new TrendPoint(start, posts.Length, null, null, null, null)
            : new TrendPoint(
                start, posts.Length, members,
                Share(read, reading => reading.Sentiment != PostSentiment.Unknown, reading => reading.Sentiment == PostSentiment.Negative),
                Share(read, reading => reading.Sentiment != PostSentiment.Unknown, reading => reading.Sentiment == PostSentiment.Positive),
                Share(read, reading => !float.IsNaN(reading.Frustration), reading => reading.IsFrustrated));
    }

    private static double? Share(PostReading[] readings, Func<PostReading, bool> isKnown, Func<PostReading, bool> holds) =>
        readings.Count(isKnown) is var known and > 0 ? Math.Round(readings.Count(reading => isKnown(reading) && holds(reading)) / (double)known, 4) : null;

    // A post without an author counts as one by somebody of its own.
    private static int Members(IEnumerable<TrendPost> posts) => posts.Select(post => post.Member ?? -post.Id).Distinct().Count();

    private IEnumerable<TrendPost> Posts(TrendSplit split, long run, FilterSql sql)
    {
        var (key, join) = split switch
        {
            TrendSplit.Topic => ("t.TopicId", $"JOIN PostTopics t ON t.PostId = Posts.Id AND t.RunId = {run}"),
            TrendSplit.Segment => ("m.SegmentId", $"JOIN Memberships m ON m.MemberId = Posts.MemberId AND m.RunId = {run} AND m.IsOwn = 1"),
            TrendSplit.Language => ("COALESCE(Posts.Language, 'unknown')", ""),
            _ => ("'all'", ""),
        };
        return workspace.Connection.Query(
            $"SELECT Posts.Id, {key}, Posts.Time, Posts.MemberId FROM Posts {join} WHERE Posts.Time IS NOT NULL AND {key} IS NOT NULL AND {sql.Where} ORDER BY Posts.Id",
            row => new TrendPost(row.GetInt64(0), row.GetString(1), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(2)), row.Number(3)),
            sql.Values);
    }

    private static DateTimeOffset StartOf(DateTimeOffset time, TrendPeriod period)
    {
        var day = new DateTimeOffset(time.UtcDateTime.Date, TimeSpan.Zero);
        return period switch
        {
            TrendPeriod.Day => day,
            TrendPeriod.Week => day.AddDays(-(((int)day.DayOfWeek + DaysOfWeek - 1) % DaysOfWeek)),
            TrendPeriod.Month => new DateTimeOffset(day.Year, day.Month, 1, 0, 0, 0, TimeSpan.Zero),
            _ => new DateTimeOffset(day.Year, 1, 1, 0, 0, 0, TimeSpan.Zero),
        };
    }

    private sealed record TrendPost(long Id, string Key, DateTimeOffset Time, long? Member);
}
