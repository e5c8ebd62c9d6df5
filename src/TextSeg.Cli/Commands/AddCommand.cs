using System.CommandLine;
using TextSeg.Cli.Output;
using TextSeg.Engine;
using TextSeg.Engine.Ingestion;
using TextSeg.Engine.Queries;
using TextSeg.Engine.Sources;
using TextSeg.Engine.Storage;
using TextSeg.Nlp.Encoders;
using TextSeg.Nlp.Inference;

namespace TextSeg.Cli.Commands;

/// <summary><c>textseg add</c>: takes a few posts in and places them in the topics that are there.</summary>
internal static class AddCommand
{
    private static readonly Option<string?> Source = new("--source") { Description = "Name of the source, as given to mine (default: the file's name)." };
    private static readonly Option<bool> Json = Verb.JsonOption();

    public static Command Create() =>
        new Command("add", "Take posts in and put each into the topic of the posts nearest to it, at once; the next mine finds topics and segments anew.")
        {
            InputOptions.Inputs, WorkspaceOptions.Data, WorkspaceOptions.Database, WorkspaceOptions.Vectors, InputOptions.Columns, InputOptions.Kind, Source, InputOptions.Model, InputOptions.Threads, Json,
        }.Does(RunAsync);

    private static async Task RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var inputs = InputFinder.Find(parsed.GetValue(InputOptions.Inputs)!);
        var sources = InputOptions.Sources(parsed);
        sources.Name = parsed.GetValue(Source);
        using var workspace = Workspace.OpenToWrite(WorkspaceOptions.Address(parsed));
        using var encoder = OnnxEncoder.Load(WorkspaceEncoder.ForMining(parsed, workspace), new InferenceOptions { Threads = parsed.GetValue(InputOptions.Threads) });
        var options = new MiningOptions { Ingest = new IngestOptions { Threads = parsed.GetValue(InputOptions.Threads), Sources = sources } };
        using var classifier = ReaderOptions.LoadShipped(parsed);
        var pipeline = new MiningPipeline(workspace, new MiningTools(encoder, InputOptions.LoadLanguages()) { Classifier = classifier }, options, TimeProvider.System) { Understood = MappingLines.Print };
        var start = TimeProvider.System.GetTimestamp();
        var (taken, placed) = await ConsoleProgress.RunAsync(TimeProvider.System, progress => pipeline.AddAsync(inputs, progress, cancellation));
        var seconds = TimeProvider.System.GetElapsedTime(start).TotalSeconds;
        SourceNotes.Print(taken.Sources, taken.RejectedLists);
        PlacedTable.Print(taken, placed, new TopicQueries(workspace).All().ToDictionary(topic => topic.Id, topic => topic.Name), seconds, parsed.GetValue(Json));
        SourceNotes.RequireAllRead(taken.UnreadableInputs);
    }
}
