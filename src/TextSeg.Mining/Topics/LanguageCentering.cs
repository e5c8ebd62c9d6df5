using System.Numerics.Tensors;

namespace TextSeg.Mining.Topics;

/// <summary>Takes each language's mean vector away and scales the rest to length 1 again, so that what is left is the theme and not the language.</summary>
internal static class LanguageCentering
{
    /// <summary>Centres rows.</summary>
    /// <param name="rows">Unit vectors; rows of zeros stay zero and do not count.</param>
    /// <param name="languageOf">Language code of each row, −1 unknown; null for one language.</param>
    /// <param name="minimum">Rows that a language needs for a mean of its own.</param>
    public static VectorTable Center(VectorTable rows, int[]? languageOf, int minimum)
    {
        var d = rows.Dimension;
        var groups = new SortedDictionary<int, List<int>>();
        for (var row = 0; row < rows.Count; row++)
        {
            var language = languageOf?[row] ?? -1;
            if (!groups.TryGetValue(language, out var members))
            {
                groups.Add(language, members = []);
            }

            if (rows[row].ContainsAnyExcept(0f))
            {
                members.Add(row);
            }
        }

        var all = Mean(rows, groups.Values);
        var values = new float[rows.Values.Length];
        foreach (var (language, members) in groups)
        {
            var mean = language >= 0 && members.Count >= minimum ? Mean(rows, [members]) : all;
            foreach (var row in members)
            {
                var centred = values.AsSpan(row * d, d);
                TensorPrimitives.Subtract(rows[row], mean, centred);
                var length = TensorPrimitives.Norm<float>(centred);
                if (length > 1e-4f)
                {
                    TensorPrimitives.Divide(centred, length, centred);
                }
                else
                {
                    rows[row].CopyTo(centred);
                }
            }
        }

        return new VectorTable(d, values);
    }

    private static float[] Mean(VectorTable rows, IEnumerable<List<int>> groups)
    {
        var sum = new double[rows.Dimension];
        var count = 0;
        foreach (var group in groups)
        {
            foreach (var row in group)
            {
                var values = rows[row];
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
