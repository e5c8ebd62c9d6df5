using System.Numerics.Tensors;

namespace TextSeg.Mining;

/// <summary>The mean vector of each language. What is left of a vector without it is the theme and not the language.</summary>
public sealed class LanguageMeans
{
    /// <summary>Rows that a language needs for a mean of its own, where nothing else is asked for.</summary>
    public const int FewestRows = 50;

    // A row that is its language's mean, but for rounding, keeps its own direction.
    private const float LeastRest = 1e-4f;

    private LanguageMeans(float[] ofAll, IReadOnlyDictionary<int, float[]> ofLanguage) => (OfAll, OfLanguage) = (ofAll, ofLanguage);

    /// <summary>Means that were learned before.</summary>
    /// <param name="ofAll">The mean of all rows.</param>
    /// <param name="ofLanguage">The means of languages.</param>
    public static LanguageMeans Known(float[] ofAll, IReadOnlyDictionary<int, float[]> ofLanguage) => new(ofAll, ofLanguage);

    /// <summary>The mean of all rows, for languages with few.</summary>
    public float[] OfAll { get; }

    /// <summary>The means of languages with enough rows, by the language's code.</summary>
    public IReadOnlyDictionary<int, float[]> OfLanguage { get; }

    /// <summary>Learns the means; sums are made in the order of the rows.</summary>
    /// <param name="table">Unit vectors; rows of zeros do not count.</param>
    /// <param name="rows">The rows to learn from.</param>
    /// <param name="languageOf">Language code of each row of the table, −1 unknown; null for one language.</param>
    /// <param name="minimum">Rows that a language needs for a mean of its own.</param>
    public static LanguageMeans Of(VectorTable table, IEnumerable<int> rows, int[]? languageOf, int minimum = FewestRows)
    {
        ArgumentNullException.ThrowIfNull(table);
        var sums = new SortedDictionary<int, (double[] Sum, int Count)>();
        var buffer = new float[table.Dimension];
        foreach (var row in rows)
        {
            var vector = table.Row(row, buffer);
            var language = languageOf?[row] ?? -1;
            if (vector.ContainsAnyExcept(0f))
            {
                sums[language] = Add(vector, sums.TryGetValue(language, out var known) ? known : (new double[table.Dimension], 0));
            }
        }

        var total = new double[table.Dimension];
        foreach (var (sum, _) in sums.Values)
        {
            TensorPrimitives.Add(total, sum, total);
        }

        return new LanguageMeans(
            Mean(total, sums.Values.Sum(language => language.Count)),
            sums.Where(language => language.Key >= 0 && language.Value.Count >= minimum).ToDictionary(language => language.Key, language => Mean(language.Value.Sum, language.Value.Count)));
    }

    /// <summary>Centres rows by the means of their own; the result is shortened where the table is, and rows of zeros stay zero.</summary>
    /// <param name="table">Unit vectors.</param>
    /// <param name="chosen">The rows to centre, in the order wanted; means are taken over these.</param>
    /// <param name="languageOf">As in <see cref="Of"/>.</param>
    /// <param name="minimum">As in <see cref="Of"/>.</param>
    public static VectorTable TakenOff(VectorTable table, int[] chosen, int[]? languageOf, int minimum = FewestRows)
    {
        ArgumentNullException.ThrowIfNull(table);
        var means = Of(table, chosen, languageOf, minimum);
        var d = table.Dimension;
        var (buffer, centred) = (new float[d], new float[d]);
        var (values, shortened) = table.Shortened is null ? (new float[chosen.Length * d], null) : (centred, QuantizedRows.InMemory(chosen.Length, d));
        for (var place = 0; place < chosen.Length; place++)
        {
            var vector = table.Row(chosen[place], buffer);
            if (vector.ContainsAnyExcept(0f))
            {
                means.Centre(vector, languageOf?[chosen[place]] ?? -1, shortened is null ? values.AsSpan(place * d, d) : centred);
                shortened?.Set(place, centred);
            }
        }

        return shortened is null ? new VectorTable(d, values) : new VectorTable(shortened);
    }

    /// <summary>Takes a language's mean away from a vector and scales the rest to length 1; a vector that is the mean stays as it is.</summary>
    /// <param name="vector">A unit vector as the encoder gave it.</param>
    /// <param name="language">Language code; −1 where it is unknown.</param>
    /// <param name="target">Where the result goes.</param>
    public void Centre(ReadOnlySpan<float> vector, int language, Span<float> target) => Centre(vector, OfLanguage.GetValueOrDefault(language, OfAll), target);

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

    private static (double[] Sum, int Count) Add(ReadOnlySpan<float> vector, (double[] Sum, int Count) language)
    {
        for (var i = 0; i < vector.Length; i++)
        {
            language.Sum[i] += vector[i];
        }

        return (language.Sum, language.Count + 1);
    }

    private static float[] Mean(double[] sum, int count) => Array.ConvertAll(sum, value => (float)(value / Math.Max(1, count)));
}
