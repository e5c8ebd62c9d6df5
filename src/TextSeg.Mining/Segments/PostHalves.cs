using System.Numerics.Tensors;
using TextSeg.Mining.Clustering;
using TextSeg.Mining.Profiles;
using TextSeg.Mining.Topics;

namespace TextSeg.Mining.Segments;

/// <summary>The posts of members who wrote enough, cut in an earlier and a later half.</summary>
/// <param name="Earlier">The first half of each member's posts, with topics found on these posts alone.</param>
/// <param name="Later">The rest, each post in the nearest of those topics.</param>
public sealed record PostHalves(ProfileInput Earlier, ProfileInput Later)
{
    /// <summary>Cuts the posts of each member in two by time (by key where times are equal or missing) and finds the topics of the earlier halves.</summary>
    /// <param name="posts">All posts; what it says of topics is not used.</param>
    /// <param name="fewestPosts">Posts that a member must have, at least 2.</param>
    /// <param name="topics">How topics are found.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static PostHalves Split(ProfileInput posts, int fewestPosts, TopicOptions topics, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(fewestPosts, 2);
        var rowsOf = posts.RowsByMember();
        var kept = Enumerable.Range(0, posts.Members).Where(member => rowsOf[member].Length >= fewestPosts).OrderBy(member => posts.MemberKeyOf[member]).ToArray();
        var earlier = Select(posts, kept, member => rowsOf[member].AsSpan(0, rowsOf[member].Length / 2).ToArray());
        var later = Select(posts, kept, member => rowsOf[member].AsSpan(rowsOf[member].Length / 2).ToArray());
        var tree = new TopicFinder(topics).Find(
            new TopicInput(earlier.Vectors) { AuthorOf = earlier.MemberOf, StableKeyOf = earlier.StableKeyOf, LanguageOf = earlier.LanguageOf }, null, cancellation);
        earlier = earlier with { TopicOf = tree.Reader.TopicOf, Topics = tree.K };
        return new PostHalves(earlier, later with { TopicOf = Nearest(earlier, later, tree), Topics = tree.K });
    }

    private static ProfileInput Select(ProfileInput posts, int[] members, Func<int, int[]> rowsOf)
    {
        var chosen = members.SelectMany((member, number) => rowsOf(member).Select(row => (Row: row, Member: number))).ToArray();
        var rows = Array.ConvertAll(chosen, pair => pair.Row);
        return new ProfileInput(GroupMeans.Gather(posts.Vectors, rows), Array.ConvertAll(chosen, pair => pair.Member), members.Length)
        {
            StableKeyOf = Array.ConvertAll(rows, row => posts.StableKeyOf[row]),
            MemberKeyOf = Array.ConvertAll(members, member => posts.MemberKeyOf[member]),
            TopicOf = [], Topics = 0,
            Signals = Array.ConvertAll(rows, row => posts.Signals[row]),
            Readings = posts.Readings is { } readings ? Array.ConvertAll(rows, row => readings[row]) : null,
            LanguageOf = posts.LanguageOf is { } languages ? Array.ConvertAll(rows, row => languages[row]) : null,
            TimeOf = posts.TimeOf is { } times ? Array.ConvertAll(rows, row => times[row]) : null,
            ThreadOf = posts.ThreadOf is { } threads ? Array.ConvertAll(rows, row => threads[row]) : null,
            ReplyTo = posts.ReplyTo is { } replies ? Relink(replies, rows) : null,
        };
    }

    // A post that answered one of the other half still answered somebody: it keeps a link, to itself.
    private static int[] Relink(int[] replies, int[] rows)
    {
        var place = new Dictionary<int, int>();
        for (var i = 0; i < rows.Length; i++)
        {
            place[rows[i]] = i;
        }

        var links = new int[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            links[i] = replies[rows[i]] < 0 ? -1 : place.GetValueOrDefault(replies[rows[i]], i);
        }

        return links;
    }

    private static int[] Nearest(ProfileInput earlier, ProfileInput later, TopicTree tree)
    {
        var means = LanguageMeans.Of(earlier.Vectors, earlier.RowsInStableOrder(), earlier.LanguageOf);
        var topicOf = new int[later.Vectors.Count];
        Parallel.For(0, topicOf.Length, row =>
        {
            var centred = new float[later.Vectors.Dimension];
            if (later.Vectors[row] is var vector && vector.ContainsAnyExcept(0f))
            {
                means.Centre(vector, later.LanguageOf?[row] ?? -1, centred);
            }

            var (best, highest) = (-1, 0f);
            for (var topic = 0; topic < tree.K; topic++)
            {
                var similarity = TensorPrimitives.Dot<float>(centred, tree.Reader.Topics[topic].Centroid);
                (best, highest) = similarity > highest ? (topic, similarity) : (best, highest);
            }

            topicOf[row] = best;
        });
        return topicOf;
    }
}
