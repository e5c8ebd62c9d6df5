using System.Globalization;
using TextSeg.Engine.Sources;
using TextSeg.Engine.Sources.Columns;

namespace TextSeg.Cli.Output;

/// <summary>Tells on standard error how inputs were understood, so that a wrong guess is seen.</summary>
internal static class SourceNotes
{
    /// <summary>Which column means what, and how to say otherwise.</summary>
    public static void PrintColumns(SourceReport report)
    {
        if (report.Mapping is not { } mapping)
        {
            return;
        }

        Console.Error.WriteLine($"{report.Path}: {report.Format}, {report.Encoding}, read as {mapping.Kind.ToString().ToLowerInvariant()} ({mapping.KindReason})");
        foreach (var choice in mapping.Choices)
        {
            Console.Error.WriteLine($"  {choice.Role.Word()} = {choice.Column} ({choice.Reason})");
        }

        if (mapping.Choices.Any(choice => choice.Confidence < 1))
        {
            Console.Error.WriteLine($"  To change it: --columns {mapping.ToOverrides()}");
        }
    }

    /// <summary>Repairs and rejected records.</summary>
    public static void PrintFaults(IEnumerable<SourceReport> reports, IReadOnlyList<string> rejectedLists)
    {
        long rejected = 0;
        foreach (var report in reports)
        {
            rejected += report.Rejected;
            foreach (var note in report.Notes())
            {
                Console.Error.WriteLine($"{report.Path}: {note}");
            }
        }

        if (rejected > 0)
        {
            Console.Error.WriteLine(string.Create(CultureInfo.CurrentCulture, $"{rejected:N0} records were rejected; lines and reasons are in {string.Join(", ", rejectedLists)}."));
        }
    }
}
