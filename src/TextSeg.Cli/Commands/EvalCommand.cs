using System.CommandLine;

namespace TextSeg.Cli.Commands;

/// <summary><c>textseg eval</c>: the figures by which TextSeg is judged.</summary>
internal static class EvalCommand
{
    public static Command Create() => new Command("eval", "Measure how good and how quick TextSeg is, as a table or with --json; with a labelled file of your own, how well it reads your posts.")
    {
        EvalClusteringCommand.Create(),
        EvalStabilityCommand.Create(),
        EvalRetrievalCommand.Create(),
        EvalSpeedCommand.Create(),
        EvalMembersCommand.Create(),
        EvalSampleCommand.Create(),
        EvalNamesCommand.Create(),
        EvalMaskingCommand.Create(),
        EvalPlacementCommand.Create(),
        EvalStreamCommand.Create(),
        EvalSearchCommand.Create(),
        EvalPushCommand.Create(),
        EvalEncoderCommand.Create(),
        EvalHeadsCommand.Create(),
        EvalChecklistCommand.Create(),
    }.MeasuresFiles();
}
