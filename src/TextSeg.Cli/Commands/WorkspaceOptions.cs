using System.CommandLine;

namespace TextSeg.Cli.Commands;

/// <summary>What the verbs that use a data folder have in common.</summary>
internal static class WorkspaceOptions
{
    public static readonly Option<string> Data = new("--data") { Description = "The data folder that remembers posts and results.", DefaultValueFactory = _ => "textseg-data" };
}
