using System.CommandLine;
using System.Globalization;
using TextSeg.Cli.Output;
using TextSeg.Engine;
using TextSeg.Engine.Ingestion;
using TextSeg.Engine.Queries;
using TextSeg.Engine.Sources.Pulling;
using TextSeg.Engine.Storage;
using TextSeg.Engine.Topics.Placement;
using TextSeg.Nlp.Encoders;
using TextSeg.Nlp.Inference;

namespace TextSeg.Cli.Commands;

/// <summary>What pulling from any server has in common: posts are taken in and, where topics are there, placed in them.</summary>
internal static class PullVerb
{
    private static readonly Option<string?> Source = new("--source") { Description = "Name of the source, the same at each pull (default: the server's name)." };
    private static readonly Option<bool> Json = Verb.JsonOption();

    public static Command Pulls(this Command command, Func<ParseResult, string?, IPulledSource> open)
    {
        command.Add(WorkspaceOptions.Data);
        command.Add(WorkspaceOptions.Database);
        command.Add(WorkspaceOptions.Vectors);
        command.Add(Source);
        command.Add(InputOptions.Model);
        command.Add(InputOptions.Threads);
        command.Add(Json);
        return command.Does((parsed, cancellation) => RunAsync(parsed, open, cancellation), "Stopped. What came so far is kept; the same command goes on.");
    }

    private static async Task RunAsync(ParseResult parsed, Func<ParseResult, string?, IPulledSource> open, CancellationToken cancellation)
    {
        var source = open(parsed, parsed.GetValue(Source));
        using var connection = source as IDisposable;
        using var workspace = Workspace.OpenToWrite(WorkspaceOptions.Address(parsed));
        using var encoder = OnnxEncoder.Load(WorkspaceEncoder.ForMining(parsed, workspace), new InferenceOptions { Threads = parsed.GetValue(InputOptions.Threads) });
        using var classifier = ReaderOptions.LoadShipped(parsed);
        var options = new MiningOptions { Ingest = new IngestOptions { Threads = parsed.GetValue(InputOptions.Threads) } };
        var pipeline = new MiningPipeline(workspace, new MiningTools(encoder, InputOptions.LoadLanguages()) { Classifier = classifier }, options, TimeProvider.System);
        var isMined = CurrentRun.TryRead(workspace) is not null;
        var start = TimeProvider.System.GetTimestamp();
        var (taken, placed) = await ConsoleProgress.RunAsync(TimeProvider.System, async progress => isMined
            ? await pipeline.AddAsync(source, progress, cancellation)
            : (await pipeline.RunBatchStagesAsync(source, progress, cancellation), (IReadOnlyList<PlacedPost>)[]));
        Print(parsed, workspace, taken, placed, isMined, TimeProvider.System.GetElapsedTime(start).TotalSeconds);
        SourceNotes.RequireAllRead(taken.UnreadableInputs);
    }

    private static void Print(ParseResult parsed, Workspace workspace, IngestResult taken, IReadOnlyList<PlacedPost> placed, bool isMined, double seconds)
    {
        foreach (var report in taken.Sources.Where(report => report.Rejected > 0))
        {
            Console.Error.WriteLine(string.Create(CultureInfo.CurrentCulture, $"{report.Path}: {report.Rejected:N0} records were rejected; reasons are kept in the data folder."));
        }

        if (isMined || parsed.GetValue(Json))
        {
            var names = isMined ? new TopicQueries(workspace).All().ToDictionary(topic => topic.Id, topic => topic.Name) : [];
            PlacedTable.Print(taken, placed, names, seconds, parsed.GetValue(Json));
            return;
        }

        Console.Out.WriteLine(string.Create(
            CultureInfo.CurrentCulture,
            $"{taken.Added:N0} new posts, {taken.Changed:N0} changed, {taken.Unchanged:N0} known before, {taken.Rejected:N0} rejected. 'textseg mine --data {parsed.GetValue(WorkspaceOptions.Data)}' finds topics and segments."));
    }
}
