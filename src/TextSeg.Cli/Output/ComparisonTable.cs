using System.Globalization;
using TextSeg.Engine.Evaluation;

namespace TextSeg.Cli.Output;

/// <summary>Clusterers side by side on standard output, a column each.</summary>
internal sealed class ComparisonTable
{
    private readonly IReadOnlyList<ClustererFigures> _clusterers;
    private readonly FigureTable _table;

    private ComparisonTable(IReadOnlyList<ClustererFigures> clusterers)
    {
        _clusterers = clusterers;
        _table = new FigureTable(["", .. clusterers.Select(figures => figures.Name)]);
    }

    /// <summary>Prints the figures, what was left out and why, and the recommendation.</summary>
    public static void Print(ClustererComparison comparison, string model)
    {
        new ComparisonTable(comparison.Clusterers).Print(comparison.TrueK);
        foreach (var figures in comparison.Clusterers.Where(figures => figures.LeftOut is not null))
        {
            Console.Out.WriteLine($"{figures.Name}: {figures.LeftOut}.");
        }

        Console.Out.WriteLine(string.Create(CultureInfo.CurrentCulture, $"{comparison.Posts:N0} posts, {comparison.Texts:N0} different texts, encoder {model}."));
        Console.Out.WriteLine("Score: share of posts in a group × how well samples find that group again × share of other posts outside it, summed over groups that are not tiny.");
        Console.Out.WriteLine("Tiny: fewer posts than a topic needs. Posts in none count as one group where two groupings are compared.");
        Console.Out.WriteLine("Memory: how far the managed heap grew, garbage included; seconds: grouping and three samples of it.");
        Console.Out.WriteLine(comparison.Advice.Name is { } name ? $"Recommended: {name}. {comparison.Advice.Reason}" : comparison.Advice.Reason);
    }

    private void Print(int? labels)
    {
        Row("K", figures => FigureTable.Count(figures.K));
        Row("in none", figures => FigureTable.Share(figures.ShareNone));
        Row("in tiny groups", figures => FigureTable.Share(figures.ShareTiny));
        Row("largest group", figures => FigureTable.Share(figures.ShareLargest));
        Row("silhouette", figures => FigureTable.Number(figures.Silhouette));
        Row("stability", figures => FigureTable.Number(figures.Stability));
        Row("score", figures => FigureTable.Number(figures.Score));
        Row("seconds", figures => FigureTable.Number(figures.Seconds, "0.0"));
        Row("memory", figures => FigureTable.Memory(figures.MemoryMegabytes));
        if (labels is { } known)
        {
            Row($"NMI × 100 ({known} labels)", figures => FigureTable.Number(100 * figures.Agreement!.NormalizedMutualInformation, "0.0"));
            Row("ARI × 100", figures => FigureTable.Number(100 * figures.Agreement!.AdjustedRandIndex, "0.0"));
            Row("accuracy × 100", figures => FigureTable.Number(100 * figures.Agreement!.Accuracy, "0.0"));
        }

        _table.Print();
    }

    private void Row(string name, Func<ClustererFigures, string> cell)
        => _table.Row([name, .. _clusterers.Select(figures => figures.LeftOut is null ? cell(figures) : "left out")]);
}
