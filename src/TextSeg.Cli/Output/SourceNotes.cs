using System.Globalization;
using TextSeg.Engine;
using TextSeg.Engine.Sources;

namespace TextSeg.Cli.Output;

/// <summary>Tells on standard error what was repaired and what was left out.</summary>
internal static class SourceNotes
{
    /// <summary>The last step of a verb that reads several inputs: it fails for those that could not be read, when all else is done.</summary>
    /// <exception cref="JobException">Some input could not be read.</exception>
    public static void RequireAllRead(IReadOnlyList<string> unreadableInputs)
    {
        if (unreadableInputs.Count > 0)
        {
            throw new JobException(string.Join(Environment.NewLine, [.. unreadableInputs, "The other inputs are done."]));
        }
    }

    /// <summary>Repairs and rejected records.</summary>
    public static void Print(IEnumerable<SourceReport> reports, IReadOnlyList<string> rejectedLists)
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
