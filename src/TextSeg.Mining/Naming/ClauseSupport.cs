using System.Numerics.Tensors;
using TextSeg.Mining.Clustering;
using TextSeg.Mining.Profiles;
using TextSeg.Mining.Segments;

namespace TextSeg.Mining.Naming;

/// <summary>How far a segment's posts bear a statement out.</summary>
/// <param name="TrueOf">Share of the segment's members, those quoted aside, with a post that stands out as like the statement, 0 to 1.</param>
/// <param name="Lift">Share of posts that stand out in the segment, over that share among everybody else's.</param>
/// <param name="Closeness">Mean cosine of the statement with the best post of the fifth of the members who are nearest to it.</param>
public readonly record struct Support(double TrueOf, double Lift, double Closeness);

/// <summary>
/// Measures a statement against members who were not shown to its author: the share of their posts among the most similar of the whole community,
/// beside that share for all others. A statement that fits a sibling better has a lift below one.
/// </summary>
public sealed class ClauseSupport
{
    /// <summary>A post stands out when it is among this part of the community's posts that are most like the statement.</summary>
    private const double StandsOut = 0.05;

    /// <summary>Members whose best posts make <see cref="Support.Closeness"/>: one in so many, at least three.</summary>
    private const int OneMemberIn = 5;

    private const int FewestMembers = 3;

    /// <summary>Posts of each segment that are looked at, drawn by their stable key.</summary>
    private const int MostPosts = 2_000;

    /// <summary>Below this share of the others' posts, a lift is no longer counted up.</summary>
    private const double RarestShare = 0.001;

    private readonly ProfileInput _posts;
    private readonly int[][] _rowsOf;
    private readonly int[] _pool;

    /// <param name="posts">The posts that the profiles were made of.</param>
    /// <param name="segments">The segments.</param>
    public ClauseSupport(ProfileInput posts, SegmentTree segments)
    {
        _posts = posts;
        var rows = posts.RowsInStableOrder().Where(row => posts.MemberOf[row] >= 0 && segments.SegmentOf[posts.MemberOf[row]] >= 0)
            .ToLookup(row => segments.SegmentOf[posts.MemberOf[row]]);
        _rowsOf = [.. Enumerable.Range(0, segments.Segments.Count).Select(segment => Draw([.. rows[segment]]))];
        _pool = [.. _rowsOf.SelectMany(own => own)];
    }

    /// <summary>How far the segment's posts bear out a statement.</summary>
    /// <param name="statement">Its unit vector, made as those of the posts were.</param>
    /// <param name="segment">The segment it is about.</param>
    /// <param name="quoted">Members who are left out, because its author saw their posts.</param>
    public Support Measure(ReadOnlySpan<float> statement, int segment, IReadOnlyCollection<int> quoted)
    {
        var cosine = new float[_pool.Length];
        for (var i = 0; i < _pool.Length; i++)
        {
            cosine[i] = TensorPrimitives.Dot(_posts.Vectors[_pool[i]], statement);
        }

        var level = Level(cosine);
        var start = _rowsOf.Take(segment).Sum(rows => rows.Length);
        var end = start + _rowsOf[segment].Length;
        var (inside, insideAll, outside) = (0, 0, 0);
        var best = new Dictionary<int, float>();
        for (var i = 0; i < _pool.Length; i++)
        {
            var member = _posts.MemberOf[_pool[i]];
            if (i < start || i >= end)
            {
                outside += cosine[i] >= level ? 1 : 0;
            }
            else if (!quoted.Contains(member))
            {
                insideAll++;
                inside += cosine[i] >= level ? 1 : 0;
                best[member] = Math.Max(best.GetValueOrDefault(member, -1), cosine[i]);
            }
        }

        return Of(best.Values, level, inside / (double)Math.Max(1, insideAll), outside / (double)Math.Max(1, _pool.Length - (end - start)));
    }

    private static Support Of(Dictionary<int, float>.ValueCollection best, float level, double inside, double outside)
    {
        if (best.Count == 0)
        {
            return default;
        }

        var nearest = best.OrderDescending().Take(Math.Max(FewestMembers, best.Count / OneMemberIn)).ToArray();
        return new Support(best.Count(value => value >= level) / (double)best.Count, inside / Math.Max(RarestShare, outside), nearest.Average(value => (double)value));
    }

    private static float Level(float[] cosine)
    {
        var sorted = (float[])cosine.Clone();
        Array.Sort(sorted);
        return sorted.Length == 0 ? 1 : sorted[Math.Max(0, sorted.Length - 1 - (int)(StandsOut * sorted.Length))];
    }

    private int[] Draw(int[] rows) => rows.Length <= MostPosts
        ? rows
        : [.. StableRandom.Order(0, [.. rows.Select(row => _posts.StableKeyOf[row])]).Take(MostPosts).Select(place => rows[place])];
}
