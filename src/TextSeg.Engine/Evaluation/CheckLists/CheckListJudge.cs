using System.Globalization;
using TextSeg.Nlp.Classifiers;

namespace TextSeg.Engine.Evaluation.CheckLists;

/// <summary>Says whether an answer is what a case expects.</summary>
internal static class CheckListJudge
{
    /// <summary>A probability as high as this in both texts need not rise further.</summary>
    private const float High = 0.9f;

    public static CheckListVerdict Judge(CheckListCase one, HeadAnswer answer, HeadAnswer other) => one.Kind switch
    {
        CheckListKind.Minimum => Minimum(one, Labels(answer)),
        CheckListKind.Invariance => Invariance(one, Labels(answer), Labels(other)),
        _ => Direction(one, Probability(answer, one.Expected), Probability(other, one.Expected)),
    };

    // "Unsure" is no right label, and no wrong one either.
    private static CheckListVerdict Minimum(CheckListCase one, List<string> labels)
    {
        var excludes = one.Expected[0] == '!';
        var named = one.Expected.TrimStart('!').Split('|');
        return new CheckListVerdict(one, string.Join('|', labels), labels.Intersect(named).Any() == excludes);
    }

    // A label flips where both answers are sure and share none.
    private static CheckListVerdict Invariance(CheckListCase one, List<string> labels, List<string> others)
    {
        var isSure = labels[0] != ClassifierHead.Unsure && others[0] != ClassifierHead.Unsure;
        return new CheckListVerdict(one, $"{string.Join('|', labels)} / {string.Join('|', others)}", isSure && !labels.Intersect(others).Any());
    }

    private static CheckListVerdict Direction(CheckListCase one, float probability, float other)
    {
        var answer = string.Create(CultureInfo.InvariantCulture, $"{one.Expected} {probability:0.00} / {other:0.00}");
        return new CheckListVerdict(one, answer, other <= probability && Math.Min(probability, other) < High);
    }

    private static List<string> Labels(HeadAnswer answer) => [.. answer.Labels.Select(label => label.Label)];

    private static float Probability(HeadAnswer answer, string label) =>
        answer.Probabilities.FirstOrDefault(reading => reading.Label == label).Probability;
}
