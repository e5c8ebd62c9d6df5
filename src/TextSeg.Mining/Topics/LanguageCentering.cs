using System.Numerics.Tensors;

namespace TextSeg.Mining.Topics;

/// <summary>Takes each language's mean vector away and scales the rest to length 1 again, so that what is left is the theme and not the language.</summary>
internal static class LanguageCentering
{
    // A row that is its language's mean, but for rounding, keeps its own direction.
    private const float LeastRest = 1e-4f;

    /// <summary>Centres some rows of a table, in the order given; the result is shortened where the table is.</summary>
    /// <param name="rows">Unit vectors; rows of zeros stay zero and do not count.</param>
    /// <param name="chosen">The rows to centre; means are taken over these.</param>
    /// <param name="languageOf">Language code of each row of the table, −1 unknown; null for one language.</param>
    /// <param name="minimum">Rows that a language needs for a mean of its own.</param>
    public static VectorTable Center(VectorTable rows, int[] chosen, int[]? languageOf, int minimum)
    {
        var groups = Groups(rows, chosen, languageOf);
        var all = Mean(rows, chosen, groups.Values);
        var (values, shortened) = rows.Shortened is null
            ? (new float[chosen.Length * rows.Dimension], null)
            : (new float[rows.Dimension], QuantizedRows.InMemory(chosen.Length, rows.Dimension));
        var buffer = new float[rows.Dimension];
        foreach (var (language, members) in groups)
        {
            var mean = language >= 0 && members.Count >= minimum ? Mean(rows, chosen, [members]) : all;
            foreach (var place in members)
            {
                var centred = shortened is null ? values.AsSpan(place * rows.Dimension, rows.Dimension) : values;
                Subtract(rows.Row(chosen[place], buffer), mean, centred);
                shortened?.Set(place, centred);
            }
        }

        return shortened is null ? new VectorTable(rows.Dimension, values) : new VectorTable(shortened);
    }

    // Places of the rows of each language, rows of zeros left out.
    private static SortedDictionary<int, List<int>> Groups(VectorTable rows, int[] chosen, int[]? languageOf)
    {
        var groups = new SortedDictionary<int, List<int>>();
        var buffer = new float[rows.Dimension];
        for (var place = 0; place < chosen.Length; place++)
        {
            var language = languageOf?[chosen[place]] ?? -1;
            if (!groups.TryGetValue(language, out var members))
            {
                groups.Add(language, members = []);
            }

            if (rows.Row(chosen[place], buffer).ContainsAnyExcept(0f))
            {
                members.Add(place);
            }
        }

        return groups;
    }

    private static void Subtract(ReadOnlySpan<float> row, float[] mean, Span<float> centred)
    {
        TensorPrimitives.Subtract(row, mean, centred);
        var length = TensorPrimitives.Norm<float>(centred);
        if (length > LeastRest)
        {
            TensorPrimitives.Divide(centred, length, centred);
        }
        else
        {
            row.CopyTo(centred);
        }
    }

    private static float[] Mean(VectorTable rows, int[] chosen, IEnumerable<List<int>> groups)
    {
        var sum = new double[rows.Dimension];
        var buffer = new float[rows.Dimension];
        var count = 0;
        foreach (var group in groups)
        {
            foreach (var place in group)
            {
                var values = rows.Row(chosen[place], buffer);
                for (var i = 0; i < sum.Length; i++)
                {
                    sum[i] += values[i];
                }

                count++;
            }
        }

        return Array.ConvertAll(sum, total => (float)(total / Math.Max(1, count)));
    }
}
