using System.Numerics.Tensors;
using TextSeg.Mining.Clustering;

namespace TextSeg.Mining.Topics.Edits;

/// <summary>Posts as topics see them: each language's mean taken away, a text that was posted often counted once.</summary>
public sealed class CentredPosts
{
    private const int LanguageMinimum = 50;
    private const float LeastRest = 1e-4f;

    private readonly VectorTable _vectors;
    private readonly int[] _languageOf;
    private readonly Lazy<Dictionary<int, float[]>> _means;

    /// <param name="input">The posts.</param>
    public CentredPosts(TopicInput input)
    {
        _vectors = input.Vectors;
        StableKeyOf = RowOrder.KeysOf(input);
        TextKeyOf = input.TextKeyOf ?? Array.ConvertAll(RowOrder.KeysOf(input with { StableKeyOf = null }), key => (long)key);
        _languageOf = input.LanguageOf ?? [.. Enumerable.Repeat(-1, _vectors.Count)];
        _means = new Lazy<Dictionary<int, float[]>>(LanguageMeans);
    }

    /// <summary>Equal for rows of the same text.</summary>
    public long[] TextKeyOf { get; }

    /// <summary>Identity of each row that does not depend on its place.</summary>
    public ulong[] StableKeyOf { get; }

    /// <summary>The mean that is taken away from the rows of each language; under −1 that of all, for languages with few texts.</summary>
    public IReadOnlyDictionary<int, float[]> Means => _means.Value;

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

    /// <summary>Takes the mean of a language away from a vector and scales the rest to length 1; a vector that is the mean stays as it is.</summary>
    /// <param name="vector">A unit vector as the encoder gave it.</param>
    /// <param name="language">Language code as in the input; −1 where it is unknown.</param>
    /// <param name="target">Where the result goes.</param>
    public void Centre(ReadOnlySpan<float> vector, int language, Span<float> target) => Centre(vector, _means.Value.GetValueOrDefault(language, _means.Value[-1]), target);

    /// <summary>Takes a mean away from a vector and scales the rest to length 1; a vector that is the mean stays as it is.</summary>
    public static void Centre(ReadOnlySpan<float> vector, ReadOnlySpan<float> mean, Span<float> target)
    {
        TensorPrimitives.Subtract(vector, mean, target);
        var length = TensorPrimitives.Norm<float>(target);
        if (length > LeastRest)
        {
            TensorPrimitives.Divide(target, length, target);
        }
        else
        {
            vector.CopyTo(target);
        }
    }

    private void Centre(int row, Span<float> target) => Centre(_vectors[row], _languageOf[row], target);

    // As in LanguageCentering, but kept as means, so that only the rows that are looked at are copied.
    private Dictionary<int, float[]> LanguageMeans()
    {
        var texts = DifferentTexts(Enumerable.Range(0, _vectors.Count)).Where(row => _vectors[row].ContainsAnyExcept(0f)).ToArray();
        var means = new Dictionary<int, float[]> { [-1] = MeanOf(texts) };
        foreach (var language in texts.GroupBy(row => _languageOf[row]).Where(language => language.Key >= 0 && language.Count() >= LanguageMinimum))
        {
            means[language.Key] = MeanOf(language);
        }

        return means;
    }

    private float[] MeanOf(IEnumerable<int> rows)
    {
        var (sum, count) = (new double[_vectors.Dimension], 0);
        foreach (var row in rows)
        {
            var values = _vectors[row];
            for (var i = 0; i < sum.Length; i++)
            {
                sum[i] += values[i];
            }

            count++;
        }

        return Array.ConvertAll(sum, total => (float)(total / Math.Max(1, count)));
    }
}
