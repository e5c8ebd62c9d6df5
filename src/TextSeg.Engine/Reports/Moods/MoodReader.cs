using TextSeg.Engine.Queries;
using TextSeg.Engine.Storage;
using TextSeg.Mining.Profiles;
using TextSeg.Mining.Trends;

namespace TextSeg.Engine.Reports.Moods;

/// <summary>Puts together what the report shows of moods and intents.</summary>
internal sealed class MoodReader(Workspace workspace, CurrentRun run)
{
    private const int MostTopics = 30;
    private const int FewestInPeriod = 10;
    private const int Quotes = 3;
    private readonly MoodQuotes _quotes = new(new QuoteReader(workspace));

    /// <summary>Null where posts were not read.</summary>
    public ReportMoods? Read(IReadOnlyList<ReportTopic> topics)
    {
        var posts = MoodPost.ReadAll(workspace, run);
        if (posts.Count == 0)
        {
            return null;
        }

        var times = posts.Select(post => post.Time).OfType<DateTimeOffset>().ToArray();
        var periods = times.Length == 0 ? null : new ReportPeriods(times.Min(), times.Max(), isCoarse: true);
        var postsOf = posts.Where(post => post.Topic is not null).ToLookup(post => post.Topic!);
        var shown = topics.Where(topic => topic.Level == run.Facts.ReaderLevel).Take(MostTopics)
            .Where(topic => postsOf[topic.Id].Count(post => !float.IsNaN(post.Reading.Frustration)) >= ReadingCounts.FewestPosts).ToArray();
        var rises = RiseFinder.Find([.. shown.Select(topic => MoodVotes.Of(postsOf[topic.Id], periods))]);
        var all = Mood("all posts", null, posts, periods);
        return new ReportMoods
        {
            Read = posts.Count,
            UnsureSentiment = posts.Count(post => post.Reading.Sentiment == PostSentiment.Unknown) / (double)posts.Count,
            UnsureIntent = posts.Count(post => post.Reading.Intent == PostIntent.Unknown) / (double)posts.Count,
            FewestPosts = ReadingCounts.FewestPosts,
            FewestInPeriod = FewestInPeriod,
            Period = periods?.Name ?? "month",
            Starts = periods?.Starts ?? [],
            All = all,
            Topics = [.. shown.Select((topic, i) => Mood(topic.Name, topic.Id, [.. postsOf[topic.Id]], periods) with
            {
                Rise = rises[i] is { } rise ? Describe(rise, postsOf[topic.Id], periods!) : null, Quotes = _quotes.Choose(postsOf[topic.Id], Quotes),
            }).OrderByDescending(mood => mood.Frustrated).ThenByDescending(mood => mood.Posts).ThenBy(mood => mood.TopicId, StringComparer.Ordinal)],
        };
    }

    private ReportRise Describe(Rise rise, IEnumerable<MoodPost> posts, ReportPeriods periods) => new(
        rise.Start, Math.Round(rise.Before, 4), Math.Round(rise.After, 4), rise.QValue,
        _quotes.Choose(posts.Where(post => post.Time >= periods.Starts[rise.Start]), Quotes));

    private static ReportMood Mood(string name, string? topic, IReadOnlyList<MoodPost> posts, ReportPeriods? periods)
    {
        var counts = new ReadingCounts();
        foreach (var post in posts)
        {
            counts.Add(post.Reading);
        }

        var summary = counts.Summary();
        return new ReportMood
        {
            TopicId = topic,
            Name = name,
            Posts = posts.Count,
            Frustrated = summary.ShareFrustrated,
            Sentiments = Shares(summary.Sentiments),
            Emotions = Shares(summary.Emotions),
            Wants = Shares(summary.Wants),
            Urgencies = Shares(summary.Urgencies),
            Known = Counts(reading => reading.Sentiment != PostSentiment.Unknown),
            Negative = Counts(reading => reading.Sentiment == PostSentiment.Negative),
            Positive = Counts(reading => reading.Sentiment == PostSentiment.Positive),
            FrustrationKnown = Counts(reading => !float.IsNaN(reading.Frustration)),
            FrustratedPosts = Counts(reading => reading.IsFrustrated),
        };

        int[] Counts(Func<PostReading, bool> holds)
        {
            var byPeriod = new int[periods?.Starts.Count ?? 0];
            foreach (var post in posts.Where(post => post.Time is not null && holds(post.Reading)))
            {
                byPeriod[periods!.IndexOf(post.Time!.Value)]++;
            }

            return byPeriod;
        }
    }

    private static ReportShare[] Shares(ReadingShares shares) => [.. shares.Labels.Select(label => new ReportShare(label.Words, Math.Round(label.Share, 4)))];
}
