using System.CommandLine;
using TextSeg.Cli.Commands;

namespace TextSeg.Cli;

/// <summary>The <c>textseg</c> command: its verbs and what each exit code means.</summary>
internal static class CommandLine
{
    public static Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("Finds the themes and the groups of people in what a community writes.")
        {
            SampleCommand.Create(),
            ModelsCommand.Create(),
        };
        return root.Parse(args).InvokeAsync();
    }
}
