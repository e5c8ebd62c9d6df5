using System.Globalization;
using TextSeg.Engine.Evaluation.CheckLists;

namespace TextSeg.Cli.Output;

/// <summary>Failures of a check list on standard output.</summary>
internal static class CheckListTables
{
    public static void Print(string model, CheckListResult result, IReadOnlyList<CheckListVerdict> failures)
    {
        string[] languages = [.. result.Verdicts.Select(verdict => verdict.Case.Language).Distinct().Order(StringComparer.Ordinal)];
        var table = new FigureTable(["Capability", "Cases", "Failed", "Rate", .. languages]);
        foreach (var capability in result.ByCapability)
        {
            table.Row([capability.Capability, FigureTable.Count(capability.Cases), FigureTable.Count(capability.Failures), Rate(capability.Failures, capability.Cases), .. languages.Select(
                language => Cell(result.ByCapabilityAndLanguage.FirstOrDefault(count => count.Capability == capability.Capability && count.Language == language)))]);
        }

        var failed = result.Failures.Count();
        table.Row(["all", FigureTable.Count(result.Verdicts.Count), FigureTable.Count(failed), Rate(failed, result.Verdicts.Count), .. languages.Select(language => Rate(
            result.Failures.Count(verdict => verdict.Case.Language == language), result.Verdicts.Count(verdict => verdict.Case.Language == language)))]);
        table.Print();
        Console.Out.WriteLine($"Invented posts that test one thing each, read by {model}. Rate: share of the cases answered otherwise than must be; then the same for each language.");
        if (result.Skipped > 0)
        {
            Console.Out.WriteLine($"{result.Skipped} cases are about heads that this model has not, and are not counted.");
        }

        PrintFailures(failures);
    }

    private static void PrintFailures(IReadOnlyList<CheckListVerdict> failures)
    {
        if (failures.Count == 0)
        {
            return;
        }

        var table = new FigureTable("Failed: capability", "Language", "Text", "Must be", "Was");
        foreach (var (one, answer, _) in failures)
        {
            table.Row(one.Capability, one.Language, one.OtherText is { } other ? $"{one.Text} → {other}" : one.Text, Wanted(one), answer);
        }

        table.Print();
    }

    private static string Wanted(CheckListCase one) => one.Kind switch
    {
        CheckListKind.Invariance => $"the same {one.Head} in both",
        CheckListKind.Directional => $"more {one.Expected} in the second",
        _ => (one.Expected.StartsWith('!') ? $"not {one.Expected[1..]}" : one.Expected).Replace("|", " or ", StringComparison.Ordinal),
    };

    private static string Cell(CheckListCount? count) => count is null ? "" : Rate(count.Failures, count.Cases);

    private static string Rate(int failures, int cases) => cases == 0 ? "" : string.Create(CultureInfo.CurrentCulture, $"{100.0 * failures / cases:0.0} %");
}
