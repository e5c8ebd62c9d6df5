using TextSeg.Engine.Evaluation.Measures;
using TextSeg.Mining;

namespace TextSeg.Engine.Evaluation.Encoders;

/// <summary>Spearman's correlation of cosines with people's scores, for each language, and the mean of the languages other than English.</summary>
internal sealed class SimilarityFigures(TextVectors vectors, Bootstrap bootstrap)
{
    private const string Measure = "Spearman's correlation with people's scores";

    public IEnumerable<EncoderFigure> Of(EncoderSet<SimilarityRow> set)
    {
        var languages = LanguageRows.Of(set.Rows);
        var (left, right) = (vectors.Of(set.Rows.Select(row => row.Left)), vectors.Of(set.Rows.Select(row => row.Right)));
        var correlations = languages.Select(language => Correlation(set.Rows, left, right, language.Places)).ToArray();
        return languages.Figures(set.Name, Measure, bootstrap, DrawUnits.Of(set.Rows), (language, weights) => correlations[language].Of(weights));
    }

    private static RankCorrelation Correlation(IReadOnlyList<SimilarityRow> rows, VectorTable left, VectorTable right, int[] places) => new(
        [.. places.Select(row => (double)System.Numerics.Tensors.TensorPrimitives.Dot(left[row], right[row]))],
        [.. places.Select(row => rows[row].Score)]);
}
