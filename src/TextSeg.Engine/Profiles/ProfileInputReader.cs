using TextSeg.Engine.Storage;
using TextSeg.Mining.Profiles;
using TextSeg.Mining.Topics;

namespace TextSeg.Engine.Profiles;

/// <summary>Reads from the workspace what a member's profile is made of beside the vectors: times, threads, replies, how each post is written, and what classifiers read in it.</summary>
internal static class ProfileInputReader
{
    private const string Sql =
        "SELECT Id, Time, Source, Thread, ReplyToPostId, Rating, Prose, Language, HasCode, Links, Emoji FROM Posts WHERE Prose <> '' ORDER BY Id";

    /// <param name="topics">Null where topics are found later.</param>
    public static ProfileInput Read(Workspace workspace, MiningCorpus corpus, TopicTree? topics, CancellationToken cancellationToken)
    {
        var count = corpus.PostIds.Length;
        var (times, threads, replies, signals) = (new long[count], new int[count], new int[count], new PostSignals[count]);
        var rowOf = corpus.PostIds.Select((id, row) => (id, row)).ToDictionary(pair => pair.id, pair => pair.row);
        var threadNumbers = new Dictionary<(string, string), int>();
        foreach (var post in workspace.Connection.Query(Sql, Post.Of))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!rowOf.TryGetValue(post.Id, out var row))
            {
                continue;
            }

            times[row] = post.Time is { } milliseconds ? milliseconds / 1000 : long.MinValue;
            threads[row] = post.Thread is null ? -1 : NumberOf(threadNumbers, (post.Source, post.Thread));
            replies[row] = post.ReplyTo is { } target && rowOf.TryGetValue(target, out var answered) ? answered : -1;
            signals[row] = post.Signals;
        }

        return new ProfileInput(corpus.Vectors, corpus.MemberOf, corpus.MemberIds.Length)
        {
            StableKeyOf = corpus.StableKeys,
            MemberKeyOf = MemberKeys(workspace, corpus),
            TopicOf = topics?.Reader.TopicOf ?? [],
            Topics = topics?.K ?? 0,
            Signals = signals,
            Readings = Readings(workspace, rowOf, count),
            LanguageOf = corpus.LanguageOf,
            TimeOf = Array.Exists(times, time => time != long.MinValue) ? times : null,
            ThreadOf = threadNumbers.Count > 0 ? threads : null,
            ReplyTo = Array.Exists(replies, reply => reply >= 0) ? replies : null,
        };
    }

    private static PostReading[]? Readings(Workspace workspace, Dictionary<long, int> rowOf, int count)
    {
        if (!AnnotatedPosts.Any(workspace))
        {
            return null;
        }

        var readings = new PostReading[count];
        Array.Fill(readings, PostReading.None);
        foreach (var (post, reading) in AnnotatedPosts.Read(workspace))
        {
            if (rowOf.TryGetValue(post, out var row))
            {
                readings[row] = reading;
            }
        }

        return readings;
    }

    private static int NumberOf(Dictionary<(string, string), int> numbers, (string, string) thread)
    {
        if (!numbers.TryGetValue(thread, out var number))
        {
            numbers[thread] = number = numbers.Count;
        }

        return number;
    }

    private static ulong[] MemberKeys(Workspace workspace, MiningCorpus corpus)
    {
        var keys = workspace.Connection.Query(
                "SELECT Id, Source, ExternalId FROM Members", row => (Id: row.GetInt64(0), Key: (ulong)ContentHash.Of(row.GetString(1) + '\u001F' + row.GetString(2))))
            .ToDictionary(member => member.Id, member => member.Key);
        return Array.ConvertAll(corpus.MemberIds, id => keys[id]);
    }

    private sealed record Post(long Id, long? Time, string Source, string? Thread, long? ReplyTo, PostSignals Signals)
    {
        public static Post Of(System.Data.Common.DbDataReader row) => new(
            row.GetInt64(0), row.Number(1), row.GetString(2), row.Text(3), row.Number(4),
            PostSignalReader.Read(row.GetString(6), row.Text(7) ?? "unknown", row.GetInt64(8) == 1, (int)row.GetInt64(9), (int)row.GetInt64(10), row.IsDBNull(5) ? null : row.GetDouble(5)));
    }
}
