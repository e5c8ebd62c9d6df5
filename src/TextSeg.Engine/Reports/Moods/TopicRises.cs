using TextSeg.Engine.Disclosure;
using TextSeg.Engine.Queries;
using TextSeg.Engine.Storage;
using TextSeg.Engine.Subscriptions;
using TextSeg.Mining.Profiles;
using TextSeg.Mining.Trends;

namespace TextSeg.Engine.Reports.Moods;

/// <summary>A topic with rising frustration, and the posts by which it is known again: those with the lowest hashes (bottom-k sketch, Broder 1997).</summary>
internal sealed record TopicRise(RisingTopic Topic, IReadOnlySet<long> Sample);

/// <summary>Finds the topics in which frustration began to rise and stayed higher, as the report does.</summary>
internal static class TopicRises
{
    private const int MostTopics = 30;
    private const int SamplePosts = 64;

    /// <summary>Rises of the topics that are shown first and may be shown.</summary>
    public static IReadOnlyList<TopicRise> Find(Workspace workspace, CurrentRun run, int minimum)
    {
        var posts = MoodPost.ReadAll(workspace, run);
        var times = posts.Select(post => post.Time).OfType<DateTimeOffset>().ToArray();
        if (times.Length == 0)
        {
            return [];
        }

        var periods = new ReportPeriods(times.Min(), times.Max(), isCoarse: true);
        var postsOf = posts.Where(post => post.Topic is not null).ToLookup(post => post.Topic!);
        string[] topics = [.. new DisclosedTopics(workspace, minimum).AtReaderLevel().Take(MostTopics).Select(topic => topic.Id)
            .Where(topic => postsOf[topic].Count(post => !float.IsNaN(post.Reading.Frustration)) >= ReadingCounts.FewestPosts)];
        var rises = RiseFinder.Find([.. topics.Select(topic => MoodVotes.Of(postsOf[topic], periods))]);
        return
        [
            .. topics.Zip(rises).Where(pair => pair.Second is not null).Select(pair => new TopicRise(
                new RisingTopic(run.Id, pair.First, periods.Starts[pair.Second!.Start], Math.Round(pair.Second.Before, 4), Math.Round(pair.Second.After, 4), pair.Second.QValue),
                postsOf[pair.First].Select(post => post.Id).OrderBy(Hash).Take(SamplePosts).ToHashSet())),
        ];
    }

    // The finalizer of MurmurHash3 (Appleby 2011): any fixed scattering will do.
    private static ulong Hash(long post)
    {
        var hash = (ulong)post;
        hash = (hash ^ (hash >> 33)) * 0xFF51AFD7ED558CCDUL;
        hash = (hash ^ (hash >> 33)) * 0xC4CEB9FE1A85EC53UL;
        return hash ^ (hash >> 33);
    }
}
