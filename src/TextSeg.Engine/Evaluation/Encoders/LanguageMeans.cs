using System.Numerics.Tensors;
using TextSeg.Mining;

namespace TextSeg.Engine.Evaluation.Encoders;

/// <summary>Vectors without what all texts of a language share.</summary>
internal static class LanguageMeans
{
    /// <summary>Each row less the mean of its language's rows, at length 1.</summary>
    /// <param name="table">Unit rows; left as they are.</param>
    /// <param name="languageOf">A number from 0 for the language of each row.</param>
    public static VectorTable TakenOff(VectorTable table, int[] languageOf)
    {
        var d = table.Dimension;
        var means = new float[(languageOf.Max() + 1) * d];
        var counts = new int[languageOf.Max() + 1];
        for (var row = 0; row < table.Count; row++)
        {
            var mean = means.AsSpan(languageOf[row] * d, d);
            TensorPrimitives.Add(mean, table[row], mean);
            counts[languageOf[row]]++;
        }

        var values = new float[table.Count * d];
        for (var row = 0; row < table.Count; row++)
        {
            var own = values.AsSpan(row * d, d);
            TensorPrimitives.Divide(means.AsSpan(languageOf[row] * d, d), counts[languageOf[row]], own);
            TensorPrimitives.Subtract(table[row], own, own);
            var length = TensorPrimitives.Norm(own);
            TensorPrimitives.Divide(own, length > 0 ? length : 1, own);
        }

        return new VectorTable(d, values);
    }
}
