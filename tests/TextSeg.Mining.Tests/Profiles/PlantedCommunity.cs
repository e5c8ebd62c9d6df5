using TextSeg.Mining.Profiles;
using TextSeg.Mining.Tests.Topics;

namespace TextSeg.Mining.Tests.Profiles;

/// <summary>Members of planted groups: each group has its own direction, topic and habit of asking. The same for a seed.</summary>
internal static class PlantedCommunity
{
    public const int PostsEach = 8;

    /// <summary>Members of group 0 first; each has <see cref="PostsEach"/> posts, in time.</summary>
    public static ProfileInput Make(int seed, params int[] sizes)
    {
        var random = new Random(seed);
        var groupOf = Truth(sizes);
        var rows = groupOf.Length * PostsEach;
        var memberOf = Enumerable.Range(0, rows).Select(row => row / PostsEach).ToArray();
        return new ProfileInput(PlantedPosts.Make(seed, 1.2, [.. sizes.Select(size => size * PostsEach)]), memberOf, groupOf.Length)
        {
            StableKeyOf = PlantedPosts.Keys(rows),
            MemberKeyOf = [.. Enumerable.Range(0, groupOf.Length).Select(member => (ulong)(member * 104_729L) + 5)],
            TopicOf = [.. memberOf.Select(member => random.NextDouble() < 0.7 ? groupOf[member] : random.Next(sizes.Length))],
            Topics = sizes.Length,
            Signals = [.. memberOf.Select(member => new PostSignals(10 + random.Next(30), random.NextDouble() < (groupOf[member] == 0 ? 0.9 : 0.2), false, 0, 0, 0, 0))],
            TimeOf = [.. Enumerable.Range(0, rows).Select(row => 1_600_000_000L + (row % PostsEach * 500_000L) + random.Next(400_000))],
            ThreadOf = [.. Enumerable.Range(0, rows).Select(row => row / 3)],
            ReplyTo = [.. Enumerable.Range(0, rows).Select(row => row % 3 == 0 ? -1 : row - 1)],
            LanguageOf = [.. memberOf.Select(member => groupOf[member] == 1 ? 1 : 0)],
        };
    }

    public static int[] Truth(params int[] sizes) => PlantedPosts.Truth(sizes);

    /// <summary>The same posts in another order, and the members numbered anew: member i of the result is member <paramref name="members"/>[i].</summary>
    public static ProfileInput Reorder(ProfileInput input, int[] rows, int[] members)
    {
        var (newRow, newMember) = (Inverse(rows), Inverse(members));
        return new ProfileInput(PlantedPosts.Reorder(input.Vectors, rows), Pick(rows, row => newMember[input.MemberOf[row]]), input.Members)
        {
            StableKeyOf = Pick(rows, row => input.StableKeyOf[row]),
            MemberKeyOf = Pick(members, member => input.MemberKeyOf[member]),
            TopicOf = Pick(rows, row => input.TopicOf[row]),
            Topics = input.Topics,
            Signals = Pick(rows, row => input.Signals[row]),
            TimeOf = Pick(rows, row => input.TimeOf![row]),
            ThreadOf = Pick(rows, row => input.ThreadOf![row]),
            ReplyTo = Pick(rows, row => input.ReplyTo![row] < 0 ? -1 : newRow[input.ReplyTo[row]]),
            LanguageOf = Pick(rows, row => input.LanguageOf![row]),
        };
    }

    public static int[] Shuffled(int count, int seed)
    {
        var order = Enumerable.Range(0, count).ToArray();
        new Random(seed).Shuffle(order);
        return order;
    }

    private static T[] Pick<T>(int[] order, Func<int, T> of) => Array.ConvertAll(order, place => of(place));

    private static int[] Inverse(int[] order)
    {
        var inverse = new int[order.Length];
        for (var i = 0; i < order.Length; i++)
        {
            inverse[order[i]] = i;
        }

        return inverse;
    }
}
