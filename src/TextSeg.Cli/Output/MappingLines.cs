using System.Globalization;
using TextSeg.Engine.Sources;
using TextSeg.Engine.Sources.Columns;

namespace TextSeg.Cli.Output;

/// <summary>Tells on standard error how a source was understood, so that a wrong guess is seen and can be corrected.</summary>
internal static class MappingLines
{
    public static void Print(SourceReport report)
    {
        Console.Error.WriteLine($"{report.Path}: {report.Format}, {report.Encoding}");
        if (report.Mapping is not { } mapping)
        {
            return;
        }

        foreach (var choice in mapping.Choices)
        {
            var others = choice.Alternatives.Count > 0 ? $"; could also be {string.Join(", ", choice.Alternatives.Take(3))}" : "";
            Console.Error.WriteLine(string.Create(CultureInfo.CurrentCulture, $"  {choice.Role.Word(),-10} {choice.Column}  ({choice.Reason}{others})"));
        }

        Console.Error.WriteLine($"  {"kind",-10} {mapping.Kind.ToString().ToLowerInvariant()}  ({mapping.KindReason})");
        Console.Error.WriteLine($"  to change this: --columns {mapping.ToOverrides()}");
    }
}
