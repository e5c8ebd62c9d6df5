using System.Globalization;
using TextSeg.Engine.Evaluation.Encoders;
using TextSeg.Engine.Evaluation.Measures;

namespace TextSeg.Cli.Output;

/// <summary>How many texts an encoder reads in a second.</summary>
/// <param name="Model">Its name.</param>
/// <param name="Texts">Texts that were timed.</param>
/// <param name="TextsPerSecond">Tokenised and encoded, the best of three turns.</param>
internal sealed record ModelRate(string Model, int Texts, double TextsPerSecond);

/// <summary>Figures of an encoder on standard output.</summary>
internal static class EncoderTables
{
    public static void Print(string model, IReadOnlyList<EncoderFigure> figures, IReadOnlyList<ModelRate> rates)
    {
        var whole = new FigureTable(model, "× 100", "95 % interval", "rows");
        foreach (var figure in figures.Where(figure => figure.Language is null || Alone(figures, figure)))
        {
            whole.Row($"{figure.Set}, {Words(figure)}", Percent(figure.Figure.Value), Interval(figure.Figure), FigureTable.Count(figure.Rows));
        }

        whole.Print();
        PrintLanguages(figures);
        PrintRates(rates);
    }

    /// <summary>A figure × 100.</summary>
    public static string Percent(double? value) => value is { } known ? FigureTable.Number(100 * known, "0.0") : "–";

    /// <summary>An interval × 100.</summary>
    public static string Interval(Estimate figure) => figure is { Low: { } low, High: { } high }
        ? string.Create(CultureInfo.CurrentCulture, $"{100 * low:0.0} to {100 * high:0.0}")
        : "too few rows";

    private static string Words(EncoderFigure figure) => figure.Language is { } language ? $"{figure.Measure}: {language}" : figure.Measure;

    // English beside other languages, where it is not one of many.
    private static bool Alone(IReadOnlyList<EncoderFigure> figures, EncoderFigure figure) =>
        figure.Language == "en" && figures.Any(other => other.Set == figure.Set && other.Language is not (null or "en"));

    private static void PrintLanguages(IReadOnlyList<EncoderFigure> figures)
    {
        string[] sets = [.. figures.Where(figure => figure.Language is not null).Select(figure => figure.Set).Distinct()];
        if (sets.Length == 0)
        {
            return;
        }

        var table = new FigureTable(["language", .. sets.SelectMany(set => new[] { $"{set} × 100", "95 % interval" })]);
        foreach (var language in figures.Select(figure => figure.Language).OfType<string>().Distinct().Order(StringComparer.Ordinal))
        {
            table.Row([language, .. sets.SelectMany(set => Cells(figures.FirstOrDefault(figure => figure.Set == set && figure.Language == language)))]);
        }

        table.Print();
    }

    private static string[] Cells(EncoderFigure? figure) => figure is null ? ["", ""] : [Percent(figure.Figure.Value), Interval(figure.Figure)];

    private static void PrintRates(IReadOnlyList<ModelRate> rates)
    {
        var table = new FigureTable($"Speed, the same {rates[0].Texts:N0} texts and threads", "texts a second", $"{rates[0].Model} is quicker by");
        foreach (var rate in rates)
        {
            var times = rate == rates[0] ? "" : string.Create(CultureInfo.CurrentCulture, $"{rates[0].TextsPerSecond / rate.TextsPerSecond:0.0} times");
            table.Row(rate.Model, FigureTable.Count((long)rate.TextsPerSecond), times);
        }

        table.Print();
    }
}
