using System.Globalization;
using TextSeg.Engine.Evaluation.Heads;
using TextSeg.Engine.Evaluation.Measures;

namespace TextSeg.Cli.Output;

/// <summary>Figures of a head on standard output.</summary>
internal static class HeadTables
{
    public static void Print(HeadEvaluation evaluation)
    {
        var model = evaluation.Systems[0];
        PrintSystems(evaluation);
        PrintLabels(evaluation.Head, model, Baselines(evaluation));
        SliceScores[] sources = [.. model.Slices.Where(slice => slice is { Source: not null, Language: null })];
        if (sources.Length > 1)
        {
            PrintSlices($"{evaluation.Head} by source", evaluation, sources, slice => slice.Source!);
        }

        if (Array.Exists(sources, source => source.Languages > 1))
        {
            PrintLanguageMeans(evaluation, [.. sources.Where(source => source.Languages > 1)]);
        }

        if (model.All.Languages > 1)
        {
            PrintSlices($"{evaluation.Head} by language", evaluation, [.. model.Slices.Where(slice => slice.Source is null)], slice => slice.Language!);
        }

        foreach (var source in sources.Where(source => source.Languages > 1 && sources.Length > 1))
        {
            PrintSlices(source.Source!, evaluation, [.. model.Slices.Where(slice => slice.Source == source.Source && slice.Language is not null)], slice => slice.Language!);
        }
    }

    /// <summary>Says what the figures mean.</summary>
    public static void PrintLegend()
    {
        Console.Out.WriteLine("All figures × 100; in brackets 95 % intervals by bootstrap over the rows. Macro: the mean over the labels that some row has.");
        Console.Out.WriteLine("ECE: expected calibration error, 15 bins of equal width, of the likeliest label's probability; of heads that give several labels the mean over the labels;");
        Console.Out.WriteLine("of heads with one label, such as frustration, of its own probability. Answered: share of rows told a label and not \"unsure\"; right: share of these whose first");
        Console.Out.WriteLine("label is true. F1 and recall count every row, unsure or not. Columns named after a baseline hold its macro F1, or its F1 of the label.");
    }

    private static SystemScores[] Baselines(HeadEvaluation evaluation) => [.. evaluation.Systems.Skip(1)];

    private static void PrintSystems(HeadEvaluation evaluation)
    {
        var hasArea = evaluation.Systems[0].All.AreaUnderCurve is not null;
        string[] area = hasArea ? ["AUC"] : [];
        var table = new FigureTable([$"{evaluation.Head}: {evaluation.Rows:N0} rows", "macro F1", "macro recall", .. area, "ECE", "answered", "right"]);
        foreach (var system in evaluation.Systems)
        {
            var all = system.All;
            string[] own = hasArea ? [Figure(all.AreaUnderCurve!)] : [];
            table.Row([system.System, Figure(all.MacroF1), Figure(all.MacroRecall), .. own, Figure(all.CalibrationError), Percent(all.ShareAnswered.Value), Percent(all.AccuracyAnswered.Value)]);
        }

        table.Print();
        if (evaluation.TrainRows > 0)
        {
            Console.Out.WriteLine($"Baselines were trained on {evaluation.TrainRows:N0} of the training rows.");
        }
    }

    private static void PrintLabels(string head, SystemScores model, SystemScores[] baselines)
    {
        var table = new FigureTable([$"{head} by label", "rows", "precision", "recall", "F1", "ECE", .. baselines.Select(baseline => baseline.System)]);
        for (var place = 0; place < model.Labels.Count; place++)
        {
            var label = model.Labels[place];
            table.Row(
            [
                label.Label, FigureTable.Count(label.Rows), Percent(label.Precision), Percent(label.Recall), Figure(label.F1), Percent(label.CalibrationError),
                .. baselines.Select(baseline => Percent(baseline.Labels[place].F1.Value)),
            ]);
        }

        table.Print();
    }

    private static void PrintSlices(string heading, HeadEvaluation evaluation, SliceScores[] slices, Func<SliceScores, string> name)
    {
        var hasArea = slices[0].AreaUnderCurve is not null;
        var table = new FigureTable([heading, "rows", "macro F1", hasArea ? "AUC" : "macro recall", "ECE", "answered", .. Baselines(evaluation).Select(baseline => baseline.System)]);
        foreach (var slice in slices)
        {
            table.Row(
            [
                name(slice), FigureTable.Count(slice.Rows), Figure(slice.MacroF1), Figure(slice.AreaUnderCurve ?? slice.MacroRecall), Percent(slice.CalibrationError.Value),
                Percent(slice.ShareAnswered.Value), .. Baselines(evaluation).Select(baseline => Percent(Same(baseline, slice).MacroF1.Value)),
            ]);
        }

        table.Print();
    }

    private static void PrintLanguageMeans(HeadEvaluation evaluation, SliceScores[] sources)
    {
        var table = new FigureTable(
            [$"{evaluation.Head}: mean of the languages", "languages", "macro F1", "macro recall", .. Baselines(evaluation).Select(baseline => baseline.System)]);
        foreach (var source in sources)
        {
            table.Row(
            [
                source.Source!, FigureTable.Count(source.Languages), Figure(source.LanguagesF1), Figure(source.LanguagesRecall),
                .. Baselines(evaluation).Select(baseline => Percent(Same(baseline, source).LanguagesF1.Value)),
            ]);
        }

        table.Print();
    }

    private static SliceScores Same(SystemScores system, SliceScores slice) => system.Slices.First(other => other.Source == slice.Source && other.Language == slice.Language);

    private static string Percent(double? value) => EncoderTables.Percent(value);

    private static string Figure(Estimate figure) => figure is { Value: { } value, Low: { } low, High: { } high }
        ? string.Create(CultureInfo.CurrentCulture, $"{100 * value:0.0} ({100 * low:0.0}–{100 * high:0.0})")
        : Percent(figure.Value);
}
