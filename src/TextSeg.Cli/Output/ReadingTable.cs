using TextSeg.Engine.Evaluation;

namespace TextSeg.Cli.Output;

/// <summary>How well planted moods and intents were read, as tables on standard output.</summary>
internal static class ReadingTable
{
    private const string Format = "0.00";

    /// <summary>The means over the samples: macro F1 in all and by language, then F1 by label.</summary>
    public static void Print(IReadOnlyList<IReadOnlyList<ReadingScore>> samples)
    {
        var byKind = samples.SelectMany(sample => sample).GroupBy(score => score.Kind).ToArray();
        if (byKind.Length == 0)
        {
            return;
        }

        string[] languages = [.. byKind.SelectMany(kind => kind).SelectMany(score => score.MacroF1ByLanguage.Keys).Distinct().Order(StringComparer.Ordinal)];
        var table = new FigureTable(["Read", "Macro F1", "Accuracy", "Unsure", .. languages]);
        foreach (var kind in byKind)
        {
            table.Row(
                [
                    kind.Key, Mean(kind, score => score.MacroF1), Mean(kind, score => score.Accuracy), Mean(kind, score => score.ShareUnsure),
                    .. languages.Select(language => Mean(kind.Where(score => score.MacroF1ByLanguage.ContainsKey(language)), score => score.MacroF1ByLanguage[language])),
                ]);
        }

        table.Print();
        var labels = new FigureTable("Label", "F1");
        foreach (var (kind, label) in byKind.SelectMany(kind => kind.SelectMany(score => score.F1.Keys).Distinct().Order(StringComparer.Ordinal).Select(label => (kind, label))))
        {
            labels.Row($"{kind.Key}: {label}", Mean(kind.Where(score => score.F1.ContainsKey(label)), score => score.F1[label]));
        }

        labels.Print();
    }

    private static string Mean(IEnumerable<ReadingScore> scores, Func<ReadingScore, double> figure) => FigureTable.Number(scores.Select(figure).DefaultIfEmpty(0).Average(), Format);
}
