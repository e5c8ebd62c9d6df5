using TextSeg.Mining.Clustering;

namespace TextSeg.Mining.Topics.Edits;

/// <summary>Posts as topics see them: each language's mean taken away, a text that was posted often counted once.</summary>
public sealed class CentredPosts
{
    private readonly VectorTable _vectors;
    private readonly int[] _languageOf;
    private readonly Lazy<LanguageMeans> _means;

    /// <param name="input">The posts.</param>
    public CentredPosts(TopicInput input)
    {
        _vectors = input.Vectors;
        StableKeyOf = RowOrder.KeysOf(input);
        TextKeyOf = input.TextKeyOf ?? Array.ConvertAll(RowOrder.KeysOf(input with { StableKeyOf = null }), key => (long)key);
        _languageOf = input.LanguageOf ?? [.. Enumerable.Repeat(-1, _vectors.Count)];
        _means = new Lazy<LanguageMeans>(() => LanguageMeans.Of(_vectors, DifferentTexts(Enumerable.Range(0, _vectors.Count)), _languageOf));
    }

    /// <summary>Equal for rows of the same text.</summary>
    public long[] TextKeyOf { get; }

    /// <summary>Identity of each row that does not depend on its place.</summary>
    public ulong[] StableKeyOf { get; }

    /// <summary>What is taken away from the rows of each language.</summary>
    public LanguageMeans Means => _means.Value;

    /// <summary>One row for each different text among some rows, by rising stable key.</summary>
    public int[] DifferentTexts(IEnumerable<int> rows) => [.. rows.OrderBy(row => StableKeyOf[row]).DistinctBy(row => TextKeyOf[row])];

    /// <summary>The centred unit vectors of some rows.</summary>
    public VectorTable Gather(int[] rows)
    {
        var values = new float[rows.Length * _vectors.Dimension];
        for (var i = 0; i < rows.Length; i++)
        {
            Centre(rows[i], values.AsSpan(i * _vectors.Dimension, _vectors.Dimension));
        }

        return new VectorTable(_vectors.Dimension, values);
    }

    /// <summary>The mean of some rows at length 1, each different text once.</summary>
    public float[] Mean(IEnumerable<int> rows)
    {
        var texts = Gather(DifferentTexts(rows));
        return GroupMeans.Unit(GroupMeans.Of(texts, new Partition(new int[texts.Count], 1))).Values;
    }

    /// <summary>Which of some means each row is nearest to; the first of equals.</summary>
    public int[] Nearest(int[] rows, IReadOnlyList<float[]> means)
    {
        var nearest = new int[rows.Length];
        var centred = new float[_vectors.Dimension];
        for (var i = 0; i < rows.Length; i++)
        {
            Centre(rows[i], centred);
            var best = float.NegativeInfinity;
            for (var mean = 0; mean < means.Count; mean++)
            {
                if (DotBlock.Dot(centred, means[mean]) is var cosine && cosine > best)
                {
                    (best, nearest[i]) = (cosine, mean);
                }
            }
        }

        return nearest;
    }

    /// <summary>Takes the mean of a language away from a vector and scales the rest to length 1.</summary>
    /// <param name="vector">A unit vector as the encoder gave it.</param>
    /// <param name="language">Language code as in the input; −1 where it is unknown.</param>
    /// <param name="target">Where the result goes.</param>
    public void Centre(ReadOnlySpan<float> vector, int language, Span<float> target) => Means.Centre(vector, language, target);

    private void Centre(int row, Span<float> target) => Centre(_vectors[row], _languageOf[row], target);
}
