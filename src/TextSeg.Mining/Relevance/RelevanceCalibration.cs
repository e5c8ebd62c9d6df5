using TextSeg.Mining.Neighbors;

namespace TextSeg.Mining.Relevance;

/// <summary>
/// Turns cosines into a relevance between 0 and 1, measured against what unrelated posts of the same corpus reach.
/// A raw cosine means little: with some encoders any two posts have 0.6, with others 0.1.
/// </summary>
public sealed class RelevanceCalibration
{
    private const int MostProbes = 200;
    private readonly VectorTable _sample;
    private readonly double _usualSpread;

    private RelevanceCalibration(VectorTable sample, double usualSpread)
    {
        _sample = sample;
        _usualSpread = usualSpread;
    }

    /// <summary>Learns how wide the background of this corpus is: the median over up to 200 of its posts, each asked as a query.</summary>
    /// <param name="sample">Rows of length 1 chosen without regard to content, or the whole corpus; some 4,000 are enough. The first 200 are the probes. Kept, not copied.</param>
    /// <exception cref="ArgumentException">The sample is empty.</exception>
    public static RelevanceCalibration Fit(VectorTable sample)
    {
        if (sample.Count == 0)
        {
            throw new ArgumentException("Relevance needs at least one post to compare with.", nameof(sample));
        }

        var spreads = Enumerable.Range(0, Math.Min(MostProbes, sample.Count))
            .Select(probe => Background.Of(Cosines(sample, sample[probe])).Spread).Order().ToArray();
        return new RelevanceCalibration(sample, spreads[spreads.Length / 2]);
    }

    /// <summary>The scale of one query: its own background, but no narrower than the corpus's. A query about nothing in the corpus is equally far from all posts, and without that bound the least unlike of them would stand out.</summary>
    /// <param name="unitQuery">The query's vector, of length 1.</param>
    /// <param name="posts">How many posts are searched (those that pass the filter), at least 1.</param>
    public RelevanceScale For(ReadOnlySpan<float> unitQuery, long posts)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(posts, 1);
        var own = Background.Of(Cosines(_sample, unitQuery));
        return new RelevanceScale(own with { Spread = Math.Max(own.Spread, _usualSpread) }, posts);
    }

    private static float[] Cosines(VectorTable sample, ReadOnlySpan<float> query)
    {
        var cosines = new float[sample.Count];
        for (var row = 0; row < cosines.Length; row++)
        {
            cosines[row] = SpanDot.Dot(query, sample[row]);
        }

        return cosines;
    }
}
