using System.Data.Common;
using TextSeg.Engine.Profiles;
using TextSeg.Engine.Storage;
using TextSeg.Engine.Vectors;
using TextSeg.Mining;
using TextSeg.Mining.Profiles;

namespace TextSeg.Engine.Segments.Placement;

/// <summary>Reads the posts of a few members, with what their profiles are made of. Only reads.</summary>
internal sealed class MemberPosts(Workspace view, long run, SegmentRule rule)
{
    /// <summary>The newest posts of a member that are looked at; more would take long and change little.</summary>
    private const int MostPosts = 1_000;

    /// <summary>The posts that have a vector, numbered as the rule numbers topics and languages.</summary>
    public async Task<ProfileInput> ReadAsync(IReadOnlyList<long> members, IVectorStore store, CancellationToken cancellationToken)
    {
        var posts = Posts(members);
        var missing = (await store.MissingAsync([.. posts.Select(post => post.Id)], cancellationToken)).ToHashSet();
        posts = [.. posts.Where(post => !missing.Contains(post.Id))];
        var vectors = posts.Count == 0 ? new VectorTable(store.Dimension, []) : await store.FetchAsync([.. posts.Select(post => post.Id)], cancellationToken);
        var (placeOf, threads) = (members.Index().ToDictionary(pair => pair.Item, pair => pair.Index), new Dictionary<(string, string), int>());
        var readings = AnnotatedPosts.Read(view, $"MemberId IN ({view.Connection.Provider.NumbersIn("$1")})", SqlList.Of(members)).ToDictionary(pair => pair.Post, pair => pair.Reading);
        return new ProfileInput(vectors, [.. posts.Select(post => placeOf[post.Member])], members.Count)
        {
            StableKeyOf = [.. posts.Select(post => post.Key)],
            MemberKeyOf = [.. members.Select(member => (ulong)member)],
            TopicOf = [.. posts.Select(post => Array.IndexOf(rule.Topics, post.Topic))],
            Topics = rule.Topics.Length,
            Signals = [.. posts.Select(post => post.Signals)],
            Readings = [.. posts.Select(post => readings.GetValueOrDefault(post.Id, PostReading.None))],
            LanguageOf = [.. posts.Select(post => Array.IndexOf(rule.Languages, post.Language))],
            TimeOf = [.. posts.Select(post => post.Time is { } milliseconds ? milliseconds / 1000 : long.MinValue)],
            ThreadOf = [.. posts.Select(post => post.Thread is null ? -1 : NumberOf(threads, (post.Source, post.Thread)))],

            // Which post it answers does not count here, only that it answers one.
            ReplyTo = [.. posts.Select((post, row) => post.IsReply ? row : -1)],
            Opens = [.. posts.Select(post => post.Opens)],
            AnswersGot = [.. posts.Select(post => post.Answers)],
        };
    }

    private List<Post> Posts(IReadOnlyList<long> members) => [.. view.Connection.Query(
        $"""
        SELECT Own.Id, Own.MemberId, Own.Source, Own.ExternalId, Own.Time, Own.Thread, Own.ReplyToPostId, Own.Rating, Own.Prose, Own.Language, Own.HasCode, Own.Links, Own.Emoji, PostTopics.TopicId,
            CASE WHEN Own.Thread IS NULL OR EXISTS (
                SELECT 1 FROM Posts AS Other WHERE Other.Source = Own.Source AND Other.Thread = Own.Thread AND Other.Prose <> ''
                    AND (COALESCE(Other.Time, 0) < COALESCE(Own.Time, 0) OR (COALESCE(Other.Time, 0) = COALESCE(Own.Time, 0) AND Other.Id < Own.Id))) THEN 0 ELSE 1 END,
            (SELECT COUNT(*) FROM Posts AS Answer WHERE Answer.ReplyToPostId = Own.Id AND Answer.Prose <> '' AND Answer.MemberId IS DISTINCT FROM Own.MemberId)
        FROM (
            SELECT Id, MemberId, Source, ExternalId, Time, Thread, ReplyToPostId, Rating, Prose, Language, HasCode, Links, Emoji,
                ROW_NUMBER() OVER (PARTITION BY MemberId ORDER BY COALESCE(Time, 0) DESC, Id DESC) AS Place
            FROM Posts WHERE MemberId IN ({view.Connection.Provider.NumbersIn("$1")}) AND Prose <> '' AND NeedsVector = 0) AS Own
        LEFT JOIN PostTopics ON PostTopics.RunId = $2 AND PostTopics.PostId = Own.Id
        WHERE Own.Place <= $3 ORDER BY Own.Id
        """,
        Post.Of, SqlList.Of(members), run, MostPosts)];

    private static int NumberOf(Dictionary<(string, string), int> numbers, (string, string) thread)
    {
        if (!numbers.TryGetValue(thread, out var number))
        {
            numbers[thread] = number = numbers.Count;
        }

        return number;
    }

    private sealed record Post(
        long Id, long Member, string Source, ulong Key, long? Time, string? Thread, bool IsReply, string? Language, PostSignals Signals, string? Topic, bool Opens, int Answers)
    {
        public static Post Of(DbDataReader row) => new(
            row.GetInt64(0), row.GetInt64(1), row.GetString(2), (ulong)ContentHash.Of(row.GetString(2) + '\u001F' + row.GetString(3)), row.Number(4), row.Text(5), !row.IsDBNull(6), row.Text(9),
            PostSignalReader.Read(row.GetString(8), row.Text(9) ?? "unknown", row.GetInt64(10) == 1, (int)row.GetInt64(11), (int)row.GetInt64(12), row.IsDBNull(7) ? null : row.GetDouble(7)),
            row.Text(13), row.GetInt64(14) == 1, (int)row.GetInt64(15));
    }
}
