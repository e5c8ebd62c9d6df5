using System.Numerics.Tensors;
using TextSeg.Mining.Exemplars;
using TextSeg.Mining.Profiles;
using TextSeg.Mining.Segments;
using TextSeg.Mining.Topics;

namespace TextSeg.Mining.Naming;

/// <summary>Chooses posts that show why a segment has its name: they hold a phrase of it, lie near the segment's centre, and come from different members.</summary>
/// <param name="posts">The posts that the profiles were made of.</param>
/// <param name="segments">The segments.</param>
/// <param name="proseOf">The masked prose of a row; asked for a few hundred rows of each segment.</param>
public sealed class QuoteChooser(ProfileInput posts, SegmentTree segments, Func<int, string> proseOf)
{
    private const int Shortlist = 400;
    private const int FewestWords = 8;
    private const int MostWords = 80;
    private const int FewestWordsAtAll = 3;

    /// <summary>A post with a mask such as [email] for every so many words or more tells a reader little.</summary>
    private const int WordsForEachMask = 8;

    private readonly ILookup<int, int> _rowsOf = posts.RowsInStableOrder().Where(row => posts.MemberOf[row] >= 0).ToLookup(row => segments.SegmentOf[posts.MemberOf[row]]);

    /// <summary>Up to so many quotes, no two by one member; those that show the name first.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="name">Its name.</param>
    /// <param name="count">The most quotes.</param>
    /// <param name="wanted">Which rows may be quoted; null for all.</param>
    public IReadOnlyList<SegmentQuote> Choose(int segment, SegmentName name, int count = 5, Func<int, bool>? wanted = null)
    {
        int[] rows = [.. _rowsOf[segment]];
        var centre = Centre(rows);
        var nearest = OfGoodLength(wanted is null ? rows : Array.FindAll(rows, row => wanted(row)), count)
            .Select(row => (Row: row, Relevance: (double)TensorPrimitives.Dot(posts.Vectors[row], centre) + (segments.StateOf[posts.MemberOf[row]] == PostState.Core ? 0.1 : 0)))
            .OrderByDescending(pair => pair.Relevance).ThenBy(pair => posts.StableKeyOf[pair.Row]).Take(Shortlist).ToArray();
        var readable = nearest.Where(pair => !IsMostlyMasked(proseOf(pair.Row))).ToArray();
        nearest = readable.Length > 0 ? readable : nearest;
        var showing = nearest.Where(pair => Shows(pair.Row, name)).ToArray();
        var quotes = Pick(showing, count, []).Select(row => new SegmentQuote(row, posts.MemberOf[row], true)).ToList();
        var taken = quotes.Select(quote => quote.Member).ToHashSet();
        quotes.AddRange(Pick(nearest, count - quotes.Count, taken).Select(row => new SegmentQuote(row, posts.MemberOf[row], false)));
        return quotes;
    }

    /// <summary>Posts of 8 to 80 words; shorter and longer ones only where the segment has too few of them.</summary>
    private int[] OfGoodLength(int[] rows, int enough)
    {
        var good = Array.FindAll(rows, row => posts.Signals[row].Words is >= FewestWords and <= MostWords);
        return good.Length >= enough ? good : Array.FindAll(rows, row => posts.Signals[row].Words >= FewestWordsAtAll);
    }

    private static bool IsMostlyMasked(string prose) => prose.Count(c => c == '[') * WordsForEachMask > 1 + prose.Count(c => c == ' ');

    private float[] Centre(int[] rows)
    {
        var sum = new float[posts.Vectors.Dimension];
        foreach (var row in rows)
        {
            TensorPrimitives.Add(sum, posts.Vectors[row], sum);
        }

        var length = TensorPrimitives.Norm<float>(sum);
        TensorPrimitives.Divide(sum, length > 0 ? length : 1, sum);
        return sum;
    }

    private bool Shows(int row, SegmentName name)
    {
        var prose = proseOf(row);
        return name.Phrases.Any(phrase => prose.Contains(phrase, StringComparison.OrdinalIgnoreCase));
    }

    private int[] Pick((int Row, double Relevance)[] candidates, int count, HashSet<int> taken)
    {
        var onePerMember = candidates.Where(pair => !taken.Contains(posts.MemberOf[pair.Row])).DistinctBy(pair => posts.MemberOf[pair.Row]).ToArray();
        return MaximalMarginalRelevance.Choose(
            posts.Vectors, Array.ConvertAll(onePerMember, pair => pair.Row), Array.ConvertAll(onePerMember, pair => pair.Relevance), count, posts.MemberOf, posts.StableKeyOf);
    }
}
