using System.Text.Json;
using TextSeg.Testing;

namespace TextSeg.Engine.Tests.Evaluation.Measures;

/// <summary>Small inputs and what scikit-learn and SciPy make of them, written by scripts/golden/measures.py.</summary>
internal sealed record MeasureReference(
    int[] Truth, int[] Given, double[] Scores, bool[] Has, double[] Likeness, double MacroF1, double MacroRecall, double Area, double CalibrationError, double Spearman,
    double VMeasure, GroupReference Groups, RegressionReference Regression)
{
    public static MeasureReference Read() => JsonSerializer.Deserialize<MeasureReference>(
        File.ReadAllText(Repository.PathOf("tests/TextSeg.Engine.Tests/Evaluation/measures-reference.json")), JsonSerializerOptions.Web)!;
}

internal sealed record GroupReference(float[][] Points, double Inertia);

internal sealed record RegressionReference(string[] Texts, string[] Moods, string[] New, string[] Labels, double[][] Several, double[] Bad);
