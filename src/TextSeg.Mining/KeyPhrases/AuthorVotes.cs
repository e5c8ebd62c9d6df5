using System.Runtime.InteropServices;

namespace TextSeg.Mining.KeyPhrases;

/// <summary>Counts who uses a phrase: an author's n posts weigh √n together; posts of unknown authors weigh 1 each.</summary>
internal static class AuthorVotes
{
    public static (double Weight, int Members)[] Count(PhraseIndex index, int[] rows, Dictionary<int, int> place, ReadOnlySpan<int> memberOf)
    {
        var posts = new Dictionary<(int Place, int Member), int>();
        var result = new (double Weight, int Members)[place.Count];
        foreach (var row in rows)
        {
            var member = memberOf.IsEmpty ? -1 : memberOf[row];
            foreach (var id in index.PhrasesOf(row))
            {
                if (!place.TryGetValue(id, out var at))
                {
                    continue;
                }

                if (member < 0)
                {
                    result[at].Weight++;
                }
                else
                {
                    CollectionsMarshal.GetValueRefOrAddDefault(posts, (at, member), out _)++;
                }
            }
        }

        // Sorted, so that sums of roots come out with the same last bit whatever the order of rows.
        foreach (var ((at, _), count) in posts.OrderBy(pair => pair.Value))
        {
            result[at].Weight += Math.Sqrt(count);
            result[at].Members++;
        }

        return result;
    }
}
